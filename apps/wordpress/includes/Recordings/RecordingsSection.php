<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * The recordings of a room on a page. It asks no server. What is old is asked for in the background;
 * only those who lead the room get a script.
 */
final class RecordingsSection
{
    public const SCRIPT = 'bluebridge-recordings';

    private const FIND = 'bluebridge_find';

    private const SORT = 'bluebridge_sort';

    private const PAGE = 'bluebridge_page';

    /** Says which of several lists on a page is meant. */
    private const LIST = 'bluebridge_list';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Viewers $viewers,
        private readonly RecordingsDesk $desk,
        private readonly RecordingsUpdate $update,
        private readonly RecordingsHtml $html,
        private readonly BuiltFiles $builtFiles,
    ) {
    }

    /**
     * Renders the list; nothing for rooms whose recordings this person may not see.
     *
     * @param int<1, 100> $perPage
     * @param string $wrapper attributes of the outer element, escaped
     */
    public function render(int $roomId, int $perPage, bool $showsSearch, string $wrapper): string
    {
        $room = $this->rooms->find($roomId);
        $viewer = $room === null ? null : $this->viewers->onPage($room);
        if ($room === null || $viewer === null) {
            return $this->hint($room, $wrapper);
        }
        $this->update->lookedAt($room);
        $mayManage = $viewer === 'moderator';
        $query = self::query($room, $perPage);
        $listing = $this->desk->list($room, $viewer, $query);
        if ($mayManage) {
            $version = $this->builtFiles->version('blocks/recordings/view');
            wp_enqueue_script_module(self::SCRIPT, $this->builtFiles->url('blocks/recordings/view.js'), [], $version);
        }

        return $this->html->section([
            'room' => $room,
            'wrapper' => $wrapper,
            'listing' => $listing,
            'items' => $this->html->items($listing, $query->text !== ''),
            'query' => $query,
            'showsSearch' => $showsSearch && ($listing['total'] > 1 || $query->text !== ''),
            'mayManage' => $mayManage,
            'address' => self::pageAddress($room),
            'restUrl' => $mayManage ? RecordingsController::address($room) : '',
            'restNonce' => $mayManage ? wp_create_nonce('wp_rest') : '',
            'visibleTo' => VisibleTo::of($room),
            'pages' => (int) ceil($listing['total'] / $query->perPage),
        ]);
    }

    /** Gives the address of another page of the list. */
    public static function addressOfPage(string $address, RecordingQuery $query, int $page): string
    {
        return add_query_arg([
            self::FIND => rawurlencode($query->text),
            self::SORT => $query->sorting,
            self::PAGE => $page,
        ], $address);
    }

    /** @return array{find: string, sort: string} names of the fields of the search */
    public static function fields(): array
    {
        return ['find' => self::FIND, 'sort' => self::SORT];
    }

    /** @param positive-int $perPage */
    private static function query(StoredRoom $room, int $perPage): RecordingQuery
    {
        if (Sent::query(self::LIST) !== (string) $room->id) {
            return new RecordingQuery(perPage: $perPage);
        }
        $text = mb_substr(Sent::query(self::FIND), 0, RecordingQuery::LONGEST_TEXT);

        return new RecordingQuery($text, Sent::query(self::SORT), max(1, min(100_000, (int) Sent::query(self::PAGE))), $perPage);
    }

    private function hint(?StoredRoom $room, string $wrapper): string
    {
        $isForUsers = $room !== null && $room->status === 'publish' && !is_user_logged_in()
            && in_array(VisibleTo::of($room), [VisibleTo::Members, VisibleTo::Entrants], true);

        return $isForUsers ? $this->html->login($wrapper, (string) get_permalink()) : '';
    }

    private static function pageAddress(StoredRoom $room): string
    {
        $page = get_permalink();

        return add_query_arg(self::LIST, $room->id, $page === false ? home_url('/') : $page);
    }
}
