<?php

/**
 * One recording in a list.
 *
 * @var array{recording: array{id: int, name: string, startTime: int, moment: string, length: string, state: string, stateText: string, formats: list<array{type: string, verb: string, label: string, url: string}>, preview: array{src: string, alt: string, width: int, height: int}|null, audience: string, actions: list<string>}, words: array<string, string>} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$recording = $view['recording'];
$picture = $recording['preview'];
$best = $recording['formats'][0] ?? null;
$others = array_slice($recording['formats'], 1);
?>
<li class="bluebridge-recording is-<?php echo esc_attr($recording['state']); ?>" data-recording="<?php echo esc_attr((string) $recording['id']); ?>" data-name="<?php echo esc_attr($recording['name']); ?>">
    <?php if ($picture !== null) : ?>
        <img
            class="bluebridge-recording__preview"
            src="<?php echo esc_url($picture['src']); ?>"
            alt="<?php echo esc_attr($picture['alt']); ?>"
            width="<?php echo esc_attr((string) $picture['width']); ?>"
            height="<?php echo esc_attr((string) $picture['height']); ?>"
            loading="lazy"
            decoding="async"
        >
    <?php endif; ?>
    <div class="bluebridge-recording__about">
        <span class="bluebridge-recording__name" tabindex="-1"><?php echo esc_html($recording['name']); ?></span>
        <span class="bluebridge-recording__details">
            <?php if ($recording['moment'] !== '') : ?>
                <time datetime="<?php echo esc_attr(gmdate('c', intdiv($recording['startTime'], 1000))); ?>"><?php echo esc_html($recording['moment']); ?></time>
            <?php endif; ?>
            <?php echo esc_html($recording['moment'] !== '' && $recording['length'] !== '' ? "· {$recording['length']}" : $recording['length']); ?>
        </span>
        <?php if ($recording['stateText'] !== '') : ?>
            <span class="bluebridge-recording__state"><?php echo esc_html($recording['stateText']); ?></span>
        <?php endif; ?>
    </div>
    <?php if ($best !== null) : ?>
        <a class="bluebridge-recording__watch wp-element-button" href="<?php echo esc_url($best['url']); ?>" target="_blank" rel="nofollow noopener">
            <?php echo esc_html($best['verb']); ?>
            <span class="screen-reader-text">: <?php echo esc_html($recording['name']); ?> <?php esc_html_e('(opens in a new tab)', 'bluebridge'); ?></span>
        </a>
    <?php endif; ?>
    <?php if ($others !== []) : ?>
        <details class="bluebridge-recording__more">
            <summary>
                <?php esc_html_e('Other ways to watch', 'bluebridge'); ?>
                <span class="screen-reader-text">: <?php echo esc_html($recording['name']); ?></span>
            </summary>
            <ul>
                <?php foreach ($others as $format) : ?>
                    <li>
                        <a href="<?php echo esc_url($format['url']); ?>" target="_blank" rel="nofollow noopener">
                            <?php echo esc_html("{$format['verb']}: {$format['label']}"); ?>
                            <span class="screen-reader-text"><?php esc_html_e('(opens in a new tab)', 'bluebridge'); ?></span>
                        </a>
                    </li>
                <?php endforeach; ?>
            </ul>
        </details>
    <?php endif; ?>
    <?php if ($recording['actions'] !== []) : ?>
        <details class="bluebridge-recording__more" data-changes>
            <summary>
                <?php esc_html_e('Change', 'bluebridge'); ?>
                <span class="screen-reader-text">: <?php echo esc_html($recording['name']); ?></span>
            </summary>
            <div class="bluebridge-recording__actions">
                <?php foreach ($view['words'] as $deed => $label) : ?>
                    <?php if (in_array($deed, $recording['actions'], true)) : ?>
                        <button type="button" data-action="<?php echo esc_attr($deed); ?>">
                            <?php echo esc_html($label); ?>
                            <span class="screen-reader-text">: <?php echo esc_html($recording['name']); ?></span>
                        </button>
                    <?php endif; ?>
                <?php endforeach; ?>
            </div>
        </details>
    <?php endif; ?>
</li>
