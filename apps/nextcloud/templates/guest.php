<?php

/**
 * The page of a room for whoever has its link, which also waits.
 *
 * @var array{room: string, action: string, statusUrl: string, pushRoom: int, requesttoken: string, text: string, entryKind: string, waits: bool, isTold: bool, asksName: bool, name: string, code: ''|'optional'|'required', isWrongCode: bool, asksConsent: bool, hasAgreed: bool, loginUrl: string, opensAt: int, holders: list<string>, evicts: string} $_
 * @var \OCP\IL10N $l
 */

declare(strict_types=1);

use OCP\Util;

Util::addScript('bluebridge', 'bluebridge-guest');
Util::addStyle('bluebridge', 'bluebridge-guest');

$hasForm = $_['loginUrl'] === '' && $_['entryKind'] !== 'refuse';
$label = match (true) {
    $_['waits'] => $l->t('Try again'),
    $_['entryKind'] === 'wait' => $l->t('Wait here'),
    $_['evicts'] !== '' => $l->t('Open the room all the same'),
    $_['entryKind'] === 'start' => $l->t('Open the room'),
    default => $l->t('Join'),
};
?>
<main
    id="bluebridge-door"
    data-status="<?php p($_['statusUrl']); ?>"
    data-push-room="<?php p($_['pushRoom'] === 0 ? '' : (string) $_['pushRoom']); ?>"
    data-waits="<?php p($_['waits'] ? 'yes' : ''); ?>"
    data-told="<?php p($_['isTold'] ? 'yes' : ''); ?>"
    data-opens-at="<?php p((string) $_['opensAt']); ?>"
    data-entering="<?php p($l->t('You are being taken in …')); ?>"
    data-offline="<?php p($l->t('No connection. Trying again …')); ?>"
    data-lost="<?php p($l->t('This page was open for too long. Please press the button to go on.')); ?>"
    data-stopped="<?php p($l->t('You do not wait any more.')); ?>"
>
    <h2><?php p($_['room']); ?></h2>
    <p id="bluebridge-text" role="status"><?php p($_['text']); ?></p>
    <?php if ($_['holders'] !== []) : ?>
        <ul>
            <?php foreach ($_['holders'] as $holder) : ?>
                <li><?php p($holder); ?></li>
            <?php endforeach; ?>
        </ul>
    <?php endif; ?>
    <p id="bluebridge-countdown" role="timer" hidden></p>
    <?php if ($_['waits']) : ?>
        <p data-while-waiting><?php p($l->t('This page takes you in by itself. You can leave it open and do something else.')); ?></p>
        <p data-while-waiting><button id="bluebridge-stop" type="button" class="secondary"><?php p($l->t('Stop waiting')); ?></button></p>
    <?php endif; ?>
    <?php if ($_['loginUrl'] !== '') : ?>
        <p><a class="primary" href="<?php p($_['loginUrl']); ?>"><?php p($l->t('Log in')); ?></a></p>
    <?php endif; ?>
    <form id="bluebridge-enter" method="post" action="<?php p($_['action']); ?>" <?php p($hasForm && !$_['waits'] ? '' : 'hidden'); ?>>
        <input type="hidden" name="requesttoken" value="<?php p($_['requesttoken']); ?>">
        <input type="hidden" id="bluebridge-waiting" name="waiting" value="">
        <?php if ($_['evicts'] !== '') : ?>
            <input type="hidden" name="evicts" value="<?php p($_['evicts']); ?>">
        <?php endif; ?>
        <?php if ($_['asksName']) : ?>
            <label>
                <?php p($l->t('Your name')); ?>
                <input type="text" name="name" value="<?php p($_['name']); ?>" required maxlength="100" autocomplete="name">
            </label>
        <?php endif; ?>
        <?php if ($_['code'] !== '') : ?>
            <label>
                <?php p($_['code'] === 'required' ? $l->t('Code') : $l->t('Moderator code, if you have one')); ?>
                <input
                    type="password"
                    name="code"
                    maxlength="200"
                    autocomplete="off"
                    <?php p($_['code'] === 'required' ? 'required' : ''); ?>
                    <?php if ($_['isWrongCode']) : ?>
                        aria-invalid="true" aria-describedby="bluebridge-text" autofocus
                    <?php endif; ?>
                >
            </label>
        <?php endif; ?>
        <?php if ($_['asksConsent']) : ?>
            <label class="choice">
                <input type="checkbox" name="consents" value="yes" required aria-describedby="bluebridge-recorded" <?php p($_['hasAgreed'] ? 'checked' : ''); ?>>
                <?php p($l->t('I agree that the meeting may be recorded.')); ?>
            </label>
            <p id="bluebridge-recorded" class="hint"><?php p($l->t('A recording keeps what is said, shown and written in the meeting. If you do not agree, ask whoever invited you.')); ?></p>
        <?php endif; ?>
        <p><button type="submit" class="primary"><?php p($label); ?></button></p>
    </form>
</main>
