<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Answer;

/** What people read who cannot be led to a recording: a document of its own, like that of the entrance. */
final class WatchingPage
{
    private const HANDLE = 'bluebridge-entrance';

    public function __construct(private readonly BuiltFiles $builtFiles)
    {
    }

    public function missing(): Answer
    {
        return $this->write(
            404,
            __('This recording is not here (any more)', 'bluebridge'),
            __('It may have been deleted, or the address is not complete.', 'bluebridge'),
        );
    }

    /** @param string $address where to come back to after logging in */
    public function notForYou(string $address): Answer
    {
        return is_user_logged_in()
            ? $this->write(403, self::closed(), __('Ask whoever leads the room to show it to you.', 'bluebridge'))
            : $this->write(403, self::closed(), __('Perhaps you can see it once you are logged in.', 'bluebridge'), wp_login_url($address));
    }

    public function failed(string $text, int $status): Answer
    {
        return $this->write($status, __('The recording cannot be opened right now', 'bluebridge'), $text);
    }

    private static function closed(): string
    {
        return __('This recording is not for everybody', 'bluebridge');
    }

    private function write(int $status, string $title, string $text, string $loginAddress = ''): Answer
    {
        wp_register_style(self::HANDLE, $this->builtFiles->url('entrance/index.css'), [], $this->builtFiles->version('entrance/index'));
        $view = ['title' => $title, 'text' => $text, 'loginAddress' => $loginAddress, 'style' => self::HANDLE];

        return Answer::page($status, $this->builtFiles->write('notice', $view));
    }
}
