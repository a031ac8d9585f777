<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Recording\Playback;
use OCA\Bluebridge\Recording\RecordingLinks;
use OCA\Bluebridge\Words\RecordingWords;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Template\PublicTemplateResponse;
use OCP\IDateTimeFormatter;

/** Draws the page of a recording for whoever has its link. */
class RecordingPage
{
    public function __construct(
        private readonly Playback $playback,
        private readonly RecordingLinks $links,
        private readonly RecordingWords $words,
        private readonly JoinPolicy $policy,
        private readonly IDateTimeFormatter $moments,
    ) {
    }

    /** @param bool $isLocked whether a password is asked for first; then the page says nothing of the recording */
    public function show(Recording $recording, bool $isLocked, string $text = '', int $status = Http::STATUS_OK): PublicTemplateResponse
    {
        $view = $isLocked ? null : $this->playback->view($recording, 'participant');
        $title = $view === null ? $this->words->untitled() : $view['title'] ?? $this->words->untitled();
        $page = new PublicTemplateResponse(Application::APP_ID, 'recording', [
            'title' => $title,
            'when' => isset($view['startedAt']) ? $this->moments->formatDateTime(intdiv($view['startedAt'], 1000), 'long', 'short') : '',
            'text' => $text,
            'asksPassword' => $isLocked,
            'action' => $this->links->of($recording)['url'] ?? '',
            'formats' => array_map(fn (array $format): array => [
                'type' => $format['type'],
                'label' => $this->words->format($format['type']),
                'minutes' => $format['minutes'] ?? 0,
            ], $view['formats'] ?? []),
        ]);
        $page->setHeaderTitle($title);
        $page->setFooterVisible(false);
        $page->setStatus($status);
        $page->setContentSecurityPolicy($this->policy->forForms());
        // Nothing of this page is for anybody else, or for later.
        $page->addHeader('Cache-Control', 'no-store, private');
        $page->addHeader('Referrer-Policy', 'no-referrer');
        $page->addHeader('X-Robots-Tag', 'noindex');

        return $page;
    }
}
