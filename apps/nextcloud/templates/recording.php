<?php

/**
 * The page of a recording for whoever has its link.
 *
 * @var array{title: string, when: string, text: string, asksPassword: bool, action: string, formats: list<array{type: string, label: string, minutes: int}>} $_
 * @var \OCP\IL10N $l
 */

declare(strict_types=1);

use OCP\Util;

Util::addStyle('bluebridge', 'bluebridge-guest');
?>
<main id="bluebridge-door">
    <h2><?php p($_['title']); ?></h2>
    <?php if ($_['when'] !== '') : ?>
        <p><?php p($_['when']); ?></p>
    <?php endif; ?>
    <p id="bluebridge-text" role="status"><?php p($_['text']); ?></p>
    <?php if ($_['asksPassword']) : ?>
        <form id="bluebridge-enter" method="post" action="<?php p($_['action']); ?>">
            <label>
                <?php p($l->t('Password')); ?>
                <input
                    type="password"
                    name="password"
                    required
                    maxlength="200"
                    autocomplete="off"
                    <?php if ($_['text'] !== '') : ?>
                        aria-invalid="true" aria-describedby="bluebridge-text" autofocus
                    <?php endif; ?>
                >
            </label>
            <p><button type="submit" class="primary"><?php p($l->t('Open')); ?></button></p>
        </form>
    <?php endif; ?>
    <?php foreach ($_['formats'] as $format) : ?>
        <form method="post" action="<?php p($_['action']); ?>">
            <input type="hidden" name="format" value="<?php p($format['type']); ?>">
            <p>
                <button type="submit" class="primary"><?php p($l->t('Watch: %s', [$format['label']])); ?></button>
                <?php if ($format['minutes'] > 0) : ?>
                    <span class="length"><?php p($l->n('%n minute', '%n minutes', $format['minutes'])); ?></span>
                <?php endif; ?>
            </p>
        </form>
    <?php endforeach; ?>
</main>
