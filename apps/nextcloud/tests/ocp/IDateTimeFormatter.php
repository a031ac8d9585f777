<?php

declare(strict_types=1);

namespace OCP;

use DateTimeZone;

interface IDateTimeFormatter
{
    /** @return string */
    public function formatDate($timestamp, $format = 'long', ?DateTimeZone $timeZone = null, ?IL10N $l = null);

    /** @return string */
    public function formatTime($timestamp, $format = 'medium', ?DateTimeZone $timeZone = null, ?IL10N $l = null);

    /** @return string */
    public function formatDateTime($timestamp, $formatDate = 'long', $formatTime = 'medium', ?DateTimeZone $timeZone = null, ?IL10N $l = null);
}
