<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

/** One step from one version of what the plugin keeps to the next. A step is never changed later. */
interface Migration
{
    /** Takes the step on the current site. Taking it twice does no harm. */
    public function up(): void;

    /** @return list<string> the tables that are there once the step was taken */
    public function tables(): array;
}
