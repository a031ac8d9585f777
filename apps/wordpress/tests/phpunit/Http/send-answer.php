<?php

declare(strict_types=1);

/*
 * Sends an answer, and prints what plugins that keep pages would read then.
 */

use Bluebridge\WordPress\Http\Answer;

require dirname(__DIR__) . '/bootstrap.php';

$before = defined('DONOTCACHEPAGE');
Answer::json(200, '')->with(['Cache-Control' => 'public, max-age=2'])->send();
echo wp_json_encode([$before, defined('DONOTCACHEPAGE') && constant('DONOTCACHEPAGE') === true]);
