<?php
/**
 * Plugin Name:       Bluebridge – rooms for BigBlueButton
 * Description:       Teachers add BigBlueButton rooms to pages as blocks; readers join with one click.
 * Version:           0.0.0
 * Requires at least: 6.7
 * Requires PHP:      8.1
 * Author:            Bluebridge contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       bluebridge
 */

declare(strict_types=1);

use Bluebridge\WordPress\Plugin;

defined('ABSPATH') || exit;

require __DIR__ . '/includes/autoload.php';

(new Plugin(__FILE__))->register();
