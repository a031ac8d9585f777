<?php

/**
 * The screen of the meetings that run.
 *
 * @var array{
 *     look: string,
 *     do: string,
 *     slug: string,
 *     findField: string,
 *     find: string,
 *     nowAddress: string,
 *     meetings: list<array{
 *         roomId: int,
 *         title: string,
 *         owner: string,
 *         since: string,
 *         knownSince: string,
 *         people: int,
 *         names: list<string>,
 *         isRecorded: bool,
 *         canSay: bool,
 *         canShow: bool,
 *     }>,
 *     documents: array<int, string>|null,
 *     result: array{works: bool, text: string}|null,
 * } $view
 */

declare(strict_types=1);

use Bluebridge\WordPress\Rooms\RoomType;

defined('ABSPATH') || exit;

$result = $view['result'];
$target = admin_url('admin-post.php');
$documents = $view['documents'] ?? [];
$nonce = wp_create_nonce($view['do']);
?>
<div class="wrap bluebridge-admin">
    <h1><?php esc_html_e('Live meetings', 'bluebridge'); ?></h1>
    <?php require __DIR__ . '/admin-notice.php'; ?>
    <form method="post" action="<?php echo esc_url($target); ?>">
        <input type="hidden" name="action" value="<?php echo esc_attr($view['look']); ?>">
        <?php
        wp_nonce_field($view['look']);
        submit_button(__('Look again', 'bluebridge'), 'secondary', '', true);
        ?>
    </form>
    <?php if ($view['documents'] !== null && ($documents !== [] || $view['find'] !== '')) : ?>
        <form method="get" action="<?php echo esc_url(admin_url('edit.php')); ?>" role="search">
            <input type="hidden" name="post_type" value="<?php echo esc_attr(RoomType::NAME); ?>">
            <input type="hidden" name="page" value="<?php echo esc_attr($view['slug']); ?>">
            <p>
                <label for="bluebridge-find"><?php esc_html_e('Find a document to show', 'bluebridge'); ?></label><br>
                <input id="bluebridge-find" name="<?php echo esc_attr($view['findField']); ?>" type="search" class="regular-text" maxlength="100" value="<?php echo esc_attr($view['find']); ?>">
                <button type="submit" class="button"><?php esc_html_e('Search', 'bluebridge'); ?></button>
            </p>
            <?php if ($documents === []) : ?>
                <p><?php esc_html_e('No document has this name.', 'bluebridge'); ?></p>
            <?php endif; ?>
        </form>
    <?php endif; ?>
    <div id="bluebridge-live" data-now="<?php echo esc_url($view['nowAddress']); ?>">
    <?php if ($view['meetings'] === []) : ?>
        <p><?php esc_html_e('As far as we know, nobody meets right now.', 'bluebridge'); ?></p>
    <?php endif; ?>
    <?php foreach ($view['meetings'] as $meeting) : ?>
        <section class="card" aria-labelledby="bluebridge-live-<?php echo esc_attr((string) $meeting['roomId']); ?>">
            <h2 id="bluebridge-live-<?php echo esc_attr((string) $meeting['roomId']); ?>"><?php echo esc_html($meeting['title']); ?></h2>
            <div data-state>
            <p>
                <?php
                /* translators: 1: name of the person whose room it is, 2: time that has passed, such as "5 mins" */
                echo esc_html(sprintf(__('Room of %1$s, open for %2$s.', 'bluebridge'), $meeting['owner'], $meeting['since']));
                echo ' ';
                $people = $meeting['people'];
                echo esc_html($people === 0
                    ? __('Nobody is in yet.', 'bluebridge')
                    /* translators: %d: number of people */
                    : sprintf(_n('%d person is in.', '%d people are in.', $people, 'bluebridge'), $people));
                if ($meeting['isRecorded']) {
                    echo ' ';
                    esc_html_e('It is being recorded.', 'bluebridge');
                }
                ?>
            </p>
            <?php if ($meeting['names'] !== []) : ?>
                <p><?php echo esc_html(implode(', ', $meeting['names'])); ?></p>
            <?php endif; ?>
            <p class="description">
                <?php
                /* translators: %s: time that has passed, such as "5 mins" */
                echo esc_html(sprintf(__('As of %s ago.', 'bluebridge'), $meeting['knownSince']));
                ?>
            </p>
            </div>
            <?php if ($meeting['canSay']) : ?>
                <form method="post" action="<?php echo esc_url($target); ?>">
                    <input type="hidden" name="action" value="<?php echo esc_attr($view['do']); ?>">
                    <input type="hidden" name="_wpnonce" value="<?php echo esc_attr($nonce); ?>">
                    <input type="hidden" name="room" value="<?php echo esc_attr((string) $meeting['roomId']); ?>">
                    <input type="hidden" name="deed" value="say">
                    <p>
                        <label for="bluebridge-message-<?php echo esc_attr((string) $meeting['roomId']); ?>"><?php esc_html_e('Message to everybody', 'bluebridge'); ?></label><br>
                        <input id="bluebridge-message-<?php echo esc_attr((string) $meeting['roomId']); ?>" name="message" type="text" class="regular-text" maxlength="500" required autocomplete="off">
                        <button type="submit" class="button"><?php esc_html_e('Send', 'bluebridge'); ?></button>
                    </p>
                </form>
            <?php endif; ?>
            <?php if ($meeting['canShow'] && $documents !== []) : ?>
                <form method="post" action="<?php echo esc_url($target); ?>">
                    <input type="hidden" name="action" value="<?php echo esc_attr($view['do']); ?>">
                    <input type="hidden" name="_wpnonce" value="<?php echo esc_attr($nonce); ?>">
                    <input type="hidden" name="room" value="<?php echo esc_attr((string) $meeting['roomId']); ?>">
                    <input type="hidden" name="deed" value="show">
                    <p>
                        <label for="bluebridge-document-<?php echo esc_attr((string) $meeting['roomId']); ?>"><?php esc_html_e('Document of the media library', 'bluebridge'); ?></label><br>
                        <select id="bluebridge-document-<?php echo esc_attr((string) $meeting['roomId']); ?>" name="document">
                            <?php foreach ($documents as $documentId => $documentTitle) : ?>
                                <option value="<?php echo esc_attr((string) $documentId); ?>"><?php echo esc_html($documentTitle); ?></option>
                            <?php endforeach; ?>
                        </select>
                        <button type="submit" class="button"><?php esc_html_e('Show it', 'bluebridge'); ?></button>
                    </p>
                </form>
            <?php endif; ?>
            <details>
                <summary><?php esc_html_e('End the meeting', 'bluebridge'); ?></summary>
                <form method="post" action="<?php echo esc_url($target); ?>">
                    <input type="hidden" name="action" value="<?php echo esc_attr($view['do']); ?>">
                    <input type="hidden" name="_wpnonce" value="<?php echo esc_attr($nonce); ?>">
                    <input type="hidden" name="room" value="<?php echo esc_attr((string) $meeting['roomId']); ?>">
                    <input type="hidden" name="deed" value="end">
                    <p><?php esc_html_e('Everybody leaves the room. Recordings are kept.', 'bluebridge'); ?></p>
                    <p><button type="submit" class="button button-primary"><?php esc_html_e('End for everyone', 'bluebridge'); ?></button></p>
                </form>
            </details>
        </section>
    <?php endforeach; ?>
    </div>
</div>
