<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Presentations;

use Bluebridge\WordPress\Module;
use Closure;
use WP;

/** Hands files to meeting servers that come with a signed address. */
final class PresentationsModule implements Module
{
    /** @param Closure(): DocumentAddress $addresses made only where somebody comes with one */
    public function __construct(private readonly Closure $addresses)
    {
    }

    public function register(): void
    {
        add_filter('query_vars', static fn (array $names): array => [...$names, DocumentAddress::VARIABLE]);
        add_action('parse_request', $this->answer(...));
    }

    /**
     * Describes the answer to an address: whoever opens it in a browser gets a file, never a page.
     *
     * @return array<string, string> headers
     */
    public static function headersOf(DocumentFile $file): array
    {
        return [
            'Content-Type' => $file->type(),
            'Content-Length' => (string) $file->size,
            // Source: RFC 8187.
            'Content-Disposition' => "attachment; filename*=UTF-8''" . rawurlencode($file->name),
            'X-Content-Type-Options' => 'nosniff',
            'X-Robots-Tag' => 'noindex',
            'Cache-Control' => 'no-store',
            'Cross-Origin-Resource-Policy' => 'same-origin',
        ];
    }

    private function answer(WP $request): void
    {
        $value = $request->query_vars[DocumentAddress::VARIABLE] ?? null;
        if ($value === null) {
            return;
        }
        $file = is_string($value) ? ($this->addresses)()->read($value) : null;
        if ($file === null) {
            status_header(404);
            exit;
        }
        // Nothing else may be in the answer, and a large file must not be held in memory.
        while (ob_get_level() > 0 && ob_end_clean()) {
            continue;
        }
        foreach (self::headersOf($file) as $name => $content) {
            header("{$name}: {$content}");
        }
        // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of this machine
        readfile($file->path);
        exit;
    }
}
