<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Search;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Service\Quotas;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/**
 * Starts a call from Nextcloud's own search. It is not among the rooms there, because the Smart Picker
 * puts what it finds among these into texts.
 */
final class CallSearch implements IProvider
{
    /** With less, most of what people look for would begin like one of the words. */
    private const LETTERS = 3;

    public function __construct(
        private readonly Quotas $quotas,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    public function getId(): string
    {
        return 'bluebridge-call';
    }

    public function getName(): string
    {
        return $this->l10n->t('Calls');
    }

    /** @param array<string, mixed> $routeParameters */
    public function getOrder(string $route, array $routeParameters): int
    {
        return str_starts_with($route, 'bluebridge.') ? -2 : 29;
    }

    public function search(IUser $user, ISearchQuery $query): SearchResult
    {
        if (!$this->isMeant($query->getTerm()) || !$this->quotas->mayCreate($user)) {
            return SearchResult::complete($this->getName(), []);
        }

        return SearchResult::complete($this->getName(), [new SearchResultEntry(
            $this->urls->imagePath(Application::APP_ID, 'app-dark.svg'),
            $this->l10n->t('Start a call now'),
            $this->l10n->t('You choose whom to invite'),
            $this->urls->linkToRouteAbsolute('bluebridge.page.index') . '?start=1',
        )]);
    }

    /** Each word that was typed must begin one of those that stand for a call. */
    private function isMeant(string $term): bool
    {
        if (mb_strlen(trim($term)) < self::LETTERS) {
            return false;
        }
        $known = self::wordsOf($this->l10n->t('Start a call now') . ' ' . $this->l10n->t('meeting video conference'));
        $begins = static fn (string $typed): bool => array_filter($known, static fn (string $word): bool => str_starts_with($word, $typed)) !== [];
        $typed = self::wordsOf($term);

        return $typed !== [] && array_filter($typed, $begins) === $typed;
    }

    /** @return list<string> */
    private static function wordsOf(string $text): array
    {
        $words = preg_split('/[^\p{L}\p{N}]+/u', mb_strtolower($text), flags: PREG_SPLIT_NO_EMPTY);

        return $words === false ? [] : $words;
    }
}
