<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Recordings as HTML.
 *
 * @phpstan-import-type Reply from RecordingReplies
 * @phpstan-import-type Listing from RecordingsDesk
 * @phpstan-type SectionView array{
 *     room: StoredRoom,
 *     wrapper: string,
 *     listing: Listing,
 *     items: string,
 *     query: RecordingQuery,
 *     showsSearch: bool,
 *     mayManage: bool,
 *     address: string,
 *     restUrl: string,
 *     restNonce: string,
 *     visibleTo: VisibleTo,
 *     pages: int,
 * }
 */
final class RecordingsHtml
{
    public function __construct(private readonly BuiltFiles $builtFiles)
    {
    }

    /**
     * Writes the entry of one recording.
     *
     * @param Reply $recording
     */
    public function item(array $recording): string
    {
        return $this->builtFiles->write('recordings-item', ['recording' => $recording, 'words' => RecordingWords::actions()]);
    }

    /**
     * Writes the entries of a list, or that there are none.
     *
     * @param Listing $listing
     */
    public function items(array $listing, bool $isSearch): string
    {
        if ($listing['recordings'] === []) {
            $none = match (true) {
                $isSearch => __('No recording fits. Try fewer letters.', 'bluebridge'),
                $listing['readAt'] === 0 => __('Looking for recordings. Please come back in a minute.', 'bluebridge'),
                default => __('There are no recordings of this room yet.', 'bluebridge'),
            };

            return '<li class="bluebridge-recordings__none">' . esc_html($none) . '</li>';
        }

        return implode('', array_map($this->item(...), $listing['recordings']));
    }

    /**
     * Writes the whole list of a room.
     *
     * @param SectionView $view
     */
    public function section(array $view): string
    {
        return $this->builtFiles->write('recordings', $view);
    }

    /** Writes what somebody reads who could see more once logged in. */
    public function login(string $wrapper, string $address): string
    {
        return $this->builtFiles->write('recordings-login', ['wrapper' => $wrapper, 'loginAddress' => wp_login_url($address)]);
    }
}
