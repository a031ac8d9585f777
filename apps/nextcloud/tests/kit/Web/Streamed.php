<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use OCP\AppFramework\Http\ICallbackResponse;
use OCP\AppFramework\Http\IOutput;

/** What an answer sends piece by piece. */
final class Streamed implements IOutput
{
    private string $sent = '';

    public static function of(ICallbackResponse $response): string
    {
        $output = new self();
        $response->callback($output);

        return $output->sent;
    }

    public function setReadfile($path)
    {
        $this->sent .= is_resource($path) ? (string) stream_get_contents($path) : (string) file_get_contents($path);

        return true;
    }
}
