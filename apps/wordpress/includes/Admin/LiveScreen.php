<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Words\ErrorWords;
use Closure;

/**
 * The screen of the meetings that run: who is in, and what to do from outside. Opening it asks no
 * server; its button does, and a screen that is left open at the pace of everybody who looks on.
 */
final class LiveScreen implements Module
{
    private const SLUG = 'bluebridge-live';

    private const LOOK = 'bluebridge_live_look';

    private const DO = 'bluebridge_live_do';

    /** Parameters of the address: a screen that is left open, and what document somebody looks for. */
    private const NOW = 'bluebridge_live_now';

    private const FIND = 'bluebridge_find';

    private const SCRIPT = 'admin/live/index';

    private string $hook = '';

    /**
     * @param Closure(): LiveMeetings $meetings
     * @param Closure(): LiveDeeds $deeds
     * @param Closure(): Servers $servers
     */
    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Closure $meetings,
        private readonly Closure $deeds,
        private readonly Closure $servers,
        private readonly Clock $clock,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    public function register(): void
    {
        add_action('admin_menu', $this->addPage(...));
        add_action('admin_enqueue_scripts', $this->enqueue(...));
        add_action('admin_post_' . self::LOOK, $this->look(...));
        add_action('admin_post_' . self::DO, $this->do(...));
    }

    private function addPage(): void
    {
        $title = __('Live meetings', 'bluebridge');
        $parent = 'edit.php?post_type=' . RoomType::NAME;
        $this->hook = (string) add_submenu_page($parent, $title, $title, Rights::EDIT, self::SLUG, $this->show(...));
    }

    private function show(): void
    {
        $servers = ($this->servers)();
        $meetings = ($this->meetings)();
        $isLeftOpen = Sent::query(self::NOW) === '1';
        if ($isLeftOpen) {
            $meetings->lookOn();
        }
        $view = [
            'look' => self::LOOK,
            'do' => self::DO,
            'slug' => self::SLUG,
            'meetings' => [],
            'documents' => null,
            'findField' => self::FIND,
            'find' => mb_substr(Sent::query(self::FIND), 0, 100),
            'nowAddress' => add_query_arg(self::NOW, '1', self::address()),
            // What came of a form is for whoever sent it to read.
            'result' => $isLeftOpen ? null : AdminForms::told(),
        ];
        foreach ($meetings->known() as $meeting) {
            $can = $servers->capabilitiesOf($meeting->room->meetingID);
            $view['meetings'][] = [
                'roomId' => $meeting->room->id,
                'title' => $meeting->room->title,
                'owner' => (string) get_the_author_meta('display_name', $meeting->room->authorId),
                'since' => self::ago($meeting->info['createTime'], $this->clock->now()),
                'knownSince' => self::ago($meeting->knownAt, $this->clock->now()),
                'people' => $meeting->info['participantCount'] ?? count($meeting->info['attendees']),
                'names' => array_values(array_filter(array_column($meeting->info['attendees'], 'fullName'), is_string(...))),
                'isRecorded' => ($meeting->info['recording'] ?? null) === true,
                'canSay' => $can->hasCall('sendChatMessage'),
                'canShow' => $can->hasCall('insertDocument'),
            ];
            $view['documents'] ??= MediaDocuments::latest($view['find']);
        }
        require $this->builtFiles->template('live-screen');
    }

    private function enqueue(string $hook): void
    {
        $version = $hook === $this->hook ? $this->builtFiles->version(self::SCRIPT) : null;
        if ($version !== null) {
            wp_enqueue_script('bluebridge-live', $this->builtFiles->url(self::SCRIPT . '.js'), [], $version, ['in_footer' => true]);
        }
    }

    private function look(): void
    {
        AdminForms::guard(self::LOOK, Rights::EDIT);
        $failure = ($this->meetings)()->lookAgain();
        AdminForms::goBack(self::address(), $failure === null
            ? ['works' => true, 'text' => __('This is how it stands now.', 'bluebridge')]
            : ['works' => false, 'text' => ErrorWords::of($failure)]);
    }

    private function do(): void
    {
        AdminForms::guard(self::DO, Rights::EDIT);
        $room = $this->rooms->find((int) Sent::field('room'));
        if ($room === null || !current_user_can(Rights::LEAD, $room->id)) {
            AdminForms::refuse();
        }
        AdminForms::goBack(self::address(), $this->done($room));
    }

    /** @return array{works: bool, text: string} */
    private function done(StoredRoom $room): array
    {
        $deeds = ($this->deeds)();

        return match (Sent::field('deed')) {
            'end' => $deeds->end($room),
            'say' => $deeds->say($room, trim(sanitize_textarea_field(Sent::exactly('message'))), wp_get_current_user()->display_name),
            'show' => $deeds->show($room, (int) Sent::field('document')),
            default => ['works' => false, 'text' => __('Please choose what to do.', 'bluebridge')],
        };
    }

    private static function address(): string
    {
        return add_query_arg(['post_type' => RoomType::NAME, 'page' => self::SLUG], admin_url('edit.php'));
    }

    private static function ago(int $at, int $now): string
    {
        return human_time_diff(intdiv($at, 1000), intdiv($now, 1000));
    }
}
