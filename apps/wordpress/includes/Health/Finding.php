<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

/** What a check of Site Health has found, in words. */
final class Finding
{
    /** @param 'good'|'recommended'|'critical' $status */
    private function __construct(
        public readonly string $status,
        public readonly string $label,
        public readonly string $text,
    ) {
    }

    public static function good(string $label, string $text): self
    {
        return new self('good', $label, $text);
    }

    public static function recommended(string $label, string $text): self
    {
        return new self('recommended', $label, $text);
    }

    public static function critical(string $label, string $text): self
    {
        return new self('critical', $label, $text);
    }

    /**
     * Gives it as Site Health wants it.
     *
     * @return array<string, mixed>
     */
    public function forSiteHealth(string $test): array
    {
        return [
            'label' => $this->label,
            'status' => $this->status,
            'badge' => ['label' => __('Meetings', 'bluebridge'), 'color' => 'blue'],
            'description' => '<p>' . esc_html($this->text) . '</p>',
            'actions' => '',
            'test' => "bluebridge_{$test}",
        ];
    }
}
