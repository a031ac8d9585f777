<?php

/**
 * The recordings of a room on a page.
 *
 * @var array{room: \Bluebridge\WordPress\Rooms\StoredRoom, wrapper: string, listing: array{total: int, unfinished: bool, readAt: int, isBehind: bool}, items: string, query: \Bluebridge\WordPress\Recordings\RecordingQuery, showsSearch: bool, mayManage: bool, address: string, restUrl: string, restNonce: string, visibleTo: \Bluebridge\WordPress\Recordings\VisibleTo, pages: int} $view
 */

declare(strict_types=1);

use Bluebridge\WordPress\Recordings\RecordingQuery;
use Bluebridge\WordPress\Recordings\RecordingsSection;
use Bluebridge\WordPress\Recordings\RecordingWords;

defined('ABSPATH') || exit;

$room = $view['room'];
$query = $view['query'];
$listing = $view['listing'];
$name = "bluebridge-recordings-{$room->id}";
$fields = RecordingsSection::fields();
/* translators: %s: name of a room */
$heading = sprintf(__('Recordings: %s', 'bluebridge'), $room->title);
// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- WordPress has escaped the attributes
?>
<div <?php echo $view['wrapper']; ?>>
<?php // phpcs:enable ?>
<section
    id="<?php echo esc_attr($name); ?>"
    aria-label="<?php echo esc_attr($heading); ?>"
    <?php if ($view['mayManage']) : ?>
        data-bluebridge-recordings="<?php echo esc_url($view['restUrl']); ?>"
        data-nonce="<?php echo esc_attr($view['restNonce']); ?>"
        data-query="<?php echo esc_attr((string) wp_json_encode(['search' => $query->text, 'sort' => $query->sorting, 'page' => $query->page, 'per_page' => $query->perPage])); ?>"
        data-unfinished="<?php echo esc_attr($listing['unfinished'] ? 'yes' : ''); ?>"
        data-working="<?php esc_attr_e('One moment …', 'bluebridge'); ?>"
        data-failed="<?php esc_attr_e('That did not work. Please try again.', 'bluebridge'); ?>"
        data-no-captions="<?php esc_attr_e('There are no captions yet.', 'bluebridge'); ?>"
    <?php endif; ?>
>
    <p class="bluebridge-recordings__title" tabindex="-1"><?php echo esc_html($heading); ?></p>
    <?php if ($view['showsSearch']) : ?>
        <form class="bluebridge-recordings__search" role="search" aria-label="<?php echo esc_attr($heading); ?>" method="get" action="<?php echo esc_url(strtok($view['address'], '?') . "#{$name}"); ?>">
            <?php
            // A form leaves out what its address says after the question mark.
            $kept = [];
            wp_parse_str((string) wp_parse_url($view['address'], PHP_URL_QUERY), $kept);
            foreach ($kept as $key => $value) :
                ?>
                <input type="hidden" name="<?php echo esc_attr((string) $key); ?>" value="<?php echo esc_attr(is_string($value) ? $value : ''); ?>">
            <?php endforeach; ?>
            <label>
                <?php esc_html_e('Search by name', 'bluebridge'); ?>
                <input type="search" name="<?php echo esc_attr($fields['find']); ?>" value="<?php echo esc_attr($query->text); ?>" maxlength="<?php echo esc_attr((string) RecordingQuery::LONGEST_TEXT); ?>">
            </label>
            <label>
                <?php esc_html_e('Order', 'bluebridge'); ?>
                <select name="<?php echo esc_attr($fields['sort']); ?>">
                    <?php foreach (RecordingQuery::SORTINGS as $sorting) : ?>
                        <option value="<?php echo esc_attr($sorting); ?>" <?php selected($sorting, $query->sorting); ?>><?php echo esc_html(RecordingWords::sorting($sorting)); ?></option>
                    <?php endforeach; ?>
                </select>
            </label>
            <button class="wp-element-button"><?php esc_html_e('Search', 'bluebridge'); ?></button>
        </form>
    <?php endif; ?>
    <?php if ($view['mayManage']) : ?>
        <p class="bluebridge-recordings__note">
            <?php
            echo esc_html(
                /* translators: %s: to whom, such as "Moderators only" */
                sprintf(__('Shown to: %s.', 'bluebridge'), $view['visibleTo']->label())
            );
            if ($listing['isBehind']) {
                echo ' ' . esc_html__('The meeting server did not answer when it was last asked.', 'bluebridge');
            }
            ?>
        </p>
        <p class="bluebridge-recordings__note" role="status" data-status></p>
    <?php endif; ?>
    <ul class="bluebridge-recordings__list">
        <?php echo $view['items']; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template has escaped it ?>
    </ul>
    <?php if ($view['pages'] > 1) : ?>
        <nav class="bluebridge-recordings__pages" aria-label="<?php esc_attr_e('Pages of recordings', 'bluebridge'); ?>">
            <?php if ($query->page > 1) : ?>
                <a rel="prev nofollow" href="<?php echo esc_url(RecordingsSection::addressOfPage($view['address'], $query, $query->page - 1) . "#{$name}"); ?>"><?php esc_html_e('Previous page', 'bluebridge'); ?></a>
            <?php endif; ?>
            <?php
            /* translators: 1: number of this page, 2: number of all pages */
            echo esc_html(sprintf(__('Page %1$d of %2$d', 'bluebridge'), $query->page, $view['pages']));
            ?>
            <?php if ($query->page < $view['pages']) : ?>
                <a rel="next nofollow" href="<?php echo esc_url(RecordingsSection::addressOfPage($view['address'], $query, $query->page + 1) . "#{$name}"); ?>"><?php esc_html_e('Next page', 'bluebridge'); ?></a>
            <?php endif; ?>
        </nav>
    <?php endif; ?>
    <?php if ($view['mayManage']) : ?>
        <dialog data-dialog="rename" aria-labelledby="<?php echo esc_attr("{$name}-rename"); ?>">
            <form method="dialog">
                <p class="bluebridge-recordings__title" id="<?php echo esc_attr("{$name}-rename"); ?>"><?php esc_html_e('Rename the recording', 'bluebridge'); ?></p>
                <label><?php esc_html_e('Name', 'bluebridge'); ?> <input name="name" required maxlength="200" autocomplete="off"></label>
                <div class="bluebridge-recording__actions">
                    <button value="go"><?php esc_html_e('Rename', 'bluebridge'); ?></button>
                    <button value="" formnovalidate><?php esc_html_e('Cancel', 'bluebridge'); ?></button>
                </div>
            </form>
        </dialog>
        <dialog data-dialog="delete" aria-labelledby="<?php echo esc_attr("{$name}-delete"); ?>" aria-describedby="<?php echo esc_attr("{$name}-delete-text"); ?>">
            <form method="dialog">
                <p class="bluebridge-recordings__title" id="<?php echo esc_attr("{$name}-delete"); ?>"><?php esc_html_e('Delete this recording?', 'bluebridge'); ?></p>
                <p><strong data-name-of></strong></p>
                <p id="<?php echo esc_attr("{$name}-delete-text"); ?>"><?php esc_html_e('It is deleted on the meeting server, for everybody and for good.', 'bluebridge'); ?></p>
                <div class="bluebridge-recording__actions">
                    <button value="" autofocus><?php esc_html_e('Cancel', 'bluebridge'); ?></button>
                    <button value="go"><?php esc_html_e('Delete for good', 'bluebridge'); ?></button>
                </div>
            </form>
        </dialog>
        <dialog data-dialog="captions" aria-labelledby="<?php echo esc_attr("{$name}-captions"); ?>">
            <form method="dialog">
                <p class="bluebridge-recordings__title" id="<?php echo esc_attr("{$name}-captions"); ?>"><?php esc_html_e('Captions', 'bluebridge'); ?></p>
                <p><strong data-name-of></strong></p>
                <p data-tracks role="status"></p>
                <label>
                    <?php esc_html_e('Language', 'bluebridge'); ?>
                    <input name="language" required pattern="[a-z]{2,3}(-[A-Z]{2})?" placeholder="de" maxlength="6" autocomplete="off" spellcheck="false">
                </label>
                <label>
                    <?php esc_html_e('File with captions (.vtt or .srt, up to 1 MB)', 'bluebridge'); ?>
                    <input type="file" name="file" required accept=".vtt,.srt,text/vtt,application/x-subrip">
                </label>
                <p><?php esc_html_e('Captions in the same language are replaced.', 'bluebridge'); ?></p>
                <div class="bluebridge-recording__actions">
                    <button value="go"><?php esc_html_e('Upload', 'bluebridge'); ?></button>
                    <button value="" formnovalidate><?php esc_html_e('Close', 'bluebridge'); ?></button>
                </div>
            </form>
        </dialog>
    <?php endif; ?>
</section>
</div>
