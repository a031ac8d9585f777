<?php

/**
 * The entrance of a room, which also waits.
 *
 * @var array{title: string, sign: array{state: string, entry: array{kind: string, reason: string, label: string, text: string, opensAt: int}, seats: array{holders: list<string>, confirms: string}}, notice: string, waits: bool, action: string, statusAddress: string, restNonce: string, nonce: string, questions: \Bluebridge\WordPress\Entrance\DoorQuestions, isWrongCode: bool, name: string, asksConsent: bool, consents: bool, waitingAddress: string, loginAddress: string, loginByForm: bool, style: string} $view
 */

declare(strict_types=1);

use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Entrance\WaitingAddress;

defined('ABSPATH') || exit;

$entry = $view['sign']['entry'];
$text = $view['notice'] === '' ? $entry['text'] : $view['notice'];
$questions = $view['questions'];
$label = match (true) {
    $view['loginByForm'] => __('Log in', 'bluebridge'),
    $questions->onlyCode => __('Enter with the code', 'bluebridge'),
    $view['waits'] => __('Try again', 'bluebridge'),
    $entry['kind'] === 'wait' => __('Wait here', 'bluebridge'),
    default => $entry['label'],
};
?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
    <meta charset="<?php bloginfo('charset'); ?>">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <?php if ($view['waitingAddress'] !== '') : ?>
        <?php // For who has no script; the script ends it. ?>
        <meta http-equiv="refresh" content="<?php echo esc_attr((string) WaitingAddress::SECONDS); ?>; url=<?php echo esc_url($view['waitingAddress']); ?>">
    <?php endif; ?>
    <title><?php echo esc_html($view['title']); ?></title>
    <?php wp_print_styles([$view['style']]); ?>
</head>
<body>
<main
    id="entrance"
    data-status="<?php echo esc_url($view['statusAddress']); ?>"
    data-nonce="<?php echo esc_attr($view['restNonce']); ?>"
    data-waits="<?php echo esc_attr($view['waits'] ? 'yes' : ''); ?>"
    data-told="<?php echo esc_attr($view['notice'] !== '' || $view['isWrongCode'] ? 'yes' : ''); ?>"
    data-opens-at="<?php echo esc_attr((string) $entry['opensAt']); ?>"
    data-opens-for-you="<?php
        /* translators: %s: a date with a time of day, in the time zone of the person who reads it */
        esc_attr_e('In your own time zone, that is %s.', 'bluebridge');
    ?>"
    data-zone="<?php echo esc_attr(wp_timezone_string()); ?>"
    data-entering="<?php esc_attr_e('You are being taken in …', 'bluebridge'); ?>"
    data-offline="<?php esc_attr_e('No connection. Trying again …', 'bluebridge'); ?>"
    data-lost="<?php esc_attr_e('This page was open for too long. Please press the button to go on.', 'bluebridge'); ?>"
>
    <h1><?php echo esc_html($view['title']); ?></h1>
    <p id="state" class="state"><?php echo esc_html($view['sign']['state']); ?></p>
    <p id="text" role="status"><?php echo esc_html($text); ?></p>
    <ul id="holders" aria-label="<?php esc_attr_e('Who has seats', 'bluebridge'); ?>"<?php echo $view['sign']['seats']['holders'] === [] ? ' hidden' : ''; ?>>
        <?php foreach ($view['sign']['seats']['holders'] as $holder) : ?>
            <li><?php echo esc_html($holder); ?></li>
        <?php endforeach; ?>
    </ul>
    <p id="yours" hidden></p>
    <p id="countdown" class="countdown" role="timer" hidden></p>
    <?php if ($view['loginAddress'] !== '') : ?>
        <p><a class="button" href="<?php echo esc_url($view['loginAddress']); ?>"><?php esc_html_e('Log in', 'bluebridge'); ?></a></p>
    <?php endif; ?>
    <?php // Without an action, a form is posted to where the page is. ?>
    <form
        id="enter"
        method="post"
        <?php if ($view['action'] !== '') : ?>
            action="<?php echo esc_url($view['action']); ?>"
        <?php endif; ?>
        <?php echo $questions->nothing && !$view['loginByForm'] ? 'hidden' : ''; ?>
    >
        <?php if ($view['nonce'] !== '') : ?>
            <input type="hidden" name="<?php echo esc_attr(EntranceForm::NONCE); ?>" value="<?php echo esc_attr($view['nonce']); ?>">
        <?php endif; ?>
        <input
            type="hidden"
            id="evicts"
            name="<?php echo esc_attr(EntranceForm::EVICTS); ?>"
            value="<?php echo esc_attr($entry['reason'] === 'would_evict' ? $view['sign']['seats']['confirms'] : ''); ?>"
        >
        <input type="hidden" id="by" name="<?php echo esc_attr(EntranceForm::BY); ?>" value="<?php echo esc_attr($view['loginByForm'] ? EntranceForm::LOGIN : ''); ?>">
        <?php if ($questions->name && !$view['loginByForm']) : ?>
            <label>
                <?php esc_html_e('Your name', 'bluebridge'); ?>
                <input name="<?php echo esc_attr(EntranceForm::NAME); ?>" value="<?php echo esc_attr($view['name']); ?>" required maxlength="100" autocomplete="name">
            </label>
        <?php endif; ?>
        <?php if ($questions->code !== '' && !$view['loginByForm']) : ?>
            <label>
                <?php
                $questions->code === 'required'
                    ? esc_html_e('Code', 'bluebridge')
                    : esc_html_e('Moderator code, if you have one', 'bluebridge');
                ?>
                <input
                    type="password"
                    name="<?php echo esc_attr(EntranceForm::CODE); ?>"
                    maxlength="200"
                    autocomplete="off"
                    <?php echo $questions->code === 'required' || $questions->onlyCode ? 'required' : ''; ?>
                    <?php echo $view['isWrongCode'] ? 'aria-invalid="true" aria-describedby="text" autofocus' : ''; ?>
                >
            </label>
        <?php endif; ?>
        <?php if ($view['asksConsent']) : ?>
            <label class="choice">
                <input type="checkbox" name="<?php echo esc_attr(EntranceForm::CONSENT); ?>" value="yes" required <?php checked($view['consents']); ?>>
                <?php esc_html_e('I agree that the meeting may be recorded.', 'bluebridge'); ?>
            </label>
        <?php endif; ?>
        <button id="button"><?php echo esc_html($label); ?></button>
    </form>
</main>
<?php wp_script_modules()->print_enqueued_script_modules(); ?>
</body>
</html>
