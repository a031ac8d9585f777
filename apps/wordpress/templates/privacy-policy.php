<?php

/**
 * What a site may say in its privacy policy.
 */

declare(strict_types=1);

defined('ABSPATH') || exit;
?>
<p class="privacy-policy-tutorial"><?php esc_html_e('Meetings take place on a server outside this site. Name whoever runs it, and the contract you have with them. Say for how long recordings are kept there.', 'bluebridge'); ?></p>
<p><strong class="privacy-policy-tutorial"><?php esc_html_e('Suggested text:', 'bluebridge'); ?></strong>
    <?php esc_html_e('When you enter a meeting, your name, a number by which the meeting knows you again, and whether you lead the room are sent to our meeting server. This happens only when you press the button to enter. Picture, sound, chat and notes of the meeting are handled by that server.', 'bluebridge'); ?></p>
<p><?php esc_html_e('While a meeting runs, this site keeps the names of those who are in, so that the room can show them. They are replaced with every look at the meeting.', 'bluebridge'); ?></p>
<p><?php esc_html_e('If you enter without an account, cookies in your browser keep a random number, by which the meeting knows you again, and the name you typed for a month. If you enter with a code or an invitation, a cookie remembers that for a month at most.', 'bluebridge'); ?>
    <?php esc_html_e('An invitation for a certain number of people keeps the random number as soon as you open it, so that you count once.', 'bluebridge'); ?></p>
<p><?php esc_html_e('A meeting may be recorded. You are told before you enter, and in the meeting. Recordings are kept on the meeting server; this site keeps their titles and times.', 'bluebridge'); ?></p>
