<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;
use Closure;

/** The block with the recordings of a room, and the shortcode for pages without blocks. */
final class RecordingsBlock implements Module
{
    private const NAME = 'bluebridge/recordings';

    private const SHORTCODE = 'bluebridge_recordings';

    private const USUAL_NUMBER = 10;

    /** @param Closure(): RecordingsSection $section made only where recordings are shown */
    public function __construct(private readonly BuiltFiles $builtFiles, private readonly Closure $section)
    {
    }

    public function register(): void
    {
        add_action('init', $this->addBlock(...));
        add_shortcode(self::SHORTCODE, fn (mixed $attributes): string => $this->shortcode($attributes));
    }

    private function addBlock(): void
    {
        $folder = "{$this->builtFiles->folder()}/blocks/recordings";
        if (!is_dir($folder)) {
            // A working copy that nobody has built.
            return;
        }
        $type = register_block_type_from_metadata($folder, [
            'render_callback' => fn (array $attributes): string => $this->render($attributes),
        ]);
        if ($type !== false) {
            // Readers need none; those who lead a room get it with the list.
            $type->view_script_module_ids = [];
        }
    }

    /** @param array<array-key, mixed> $attributes */
    private function render(array $attributes): string
    {
        $number = static fn (string $name, int $usual): int => is_numeric($attributes[$name] ?? null) ? (int) $attributes[$name] : $usual;
        $perPage = max(1, min(RecordingSchema::MOST_PER_PAGE, $number('number', self::USUAL_NUMBER)));
        $wrapper = get_block_wrapper_attributes(['class' => 'bluebridge-recordings']);

        return ($this->section)()->render($number('roomId', 0), $perPage, ($attributes['showSearch'] ?? true) !== false, $wrapper);
    }

    /** @param mixed $attributes a text when there are none */
    private function shortcode(mixed $attributes): string
    {
        $usual = ['id' => 0, 'number' => self::USUAL_NUMBER, 'search' => 'yes'];
        $given = shortcode_atts($usual, is_array($attributes) ? $attributes : [], self::SHORTCODE);

        // As a block, so that WordPress brings the files of the block along.
        return render_block([
            'blockName' => self::NAME,
            'attrs' => [
                'roomId' => is_numeric($given['id']) ? (int) $given['id'] : 0,
                'number' => is_numeric($given['number']) ? (int) $given['number'] : self::USUAL_NUMBER,
                'showSearch' => $given['search'] !== 'no',
            ],
            'innerBlocks' => [],
            'innerHTML' => '',
            'innerContent' => [],
        ]);
    }
}
