<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Health;

use Bluebridge\WordPress\Migrations\Migrations;

/** Whether the database has let the plugin make its tables. */
final class TablesCheck implements Check
{
    public function id(): string
    {
        return 'tables';
    }

    public function label(): string
    {
        return __('Tables for meetings', 'bluebridge');
    }

    public function finding(): Finding
    {
        return Migrations::hasFailed()
            ? Finding::critical(
                __('The tables for meetings could not be made', 'bluebridge'),
                __(
                    'Rooms do not work without them. Allow the database user to create tables; it is tried again every few minutes.',
                    'bluebridge',
                ),
            )
            : Finding::good(
                __('The tables for meetings are there', 'bluebridge'),
                __('The database keeps everything that rooms need.', 'bluebridge'),
            );
    }
}
