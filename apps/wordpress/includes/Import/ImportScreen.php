<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use Bluebridge\WordPress\Admin\AdminForms;
use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Closure;

/**
 * Tools › Import rooms: what would come of it first, then the import itself.
 *
 * @phpstan-import-type Row from RoomImport as RoomRow
 * @phpstan-import-type Row from ShortcodeImport as ShortcodeRow
 */
final class ImportScreen implements Module
{
    private const SLUG = 'bluebridge-import';

    private const ACTION = 'bluebridge_import';

    /**
     * @param Closure(): RoomImport $rooms
     * @param Closure(): ShortcodeImport $shortcodes
     */
    public function __construct(
        private readonly Closure $rooms,
        private readonly Closure $shortcodes,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        add_action('admin_menu', $this->addPage(...));
        add_action('admin_post_' . self::ACTION, $this->import(...));
    }

    private function addPage(): void
    {
        $title = __('Import meeting rooms', 'bluebridge');
        add_management_page($title, $title, Rights::MANAGE, self::SLUG, $this->show(...));
    }

    private function show(): void
    {
        $view = [
            'action' => self::ACTION,
            'rooms' => ($this->rooms)()->run(true),
            'shortcodes' => ($this->shortcodes)()->run(true),
            'result' => AdminForms::told(),
        ];
        require $this->builtFiles->template('import-screen');
    }

    private function import(): void
    {
        AdminForms::guard(self::ACTION, Rights::MANAGE);
        $rooms = array_filter(($this->rooms)()->run(false), static fn (array $row): bool => $row['outcome'] === 'new');
        $changed = [];
        if (AdminForms::isTicked('shortcodes')) {
            $changed = array_filter(($this->shortcodes)()->run(false), static fn (array $row): bool => $row['after'] !== null);
        }
        $text = sprintf(
            /* translators: 1: number of rooms, 2: number of shortcodes */
            __('Imported: %1$d rooms. Rewritten: %2$d shortcodes.', 'bluebridge'),
            count($rooms),
            count($changed),
        );
        AdminForms::goBack(add_query_arg('page', self::SLUG, admin_url('tools.php')), ['works' => true, 'text' => $text]);
    }
}
