<?php

declare(strict_types=1);

namespace OCP\Migration;

interface IRepairStep
{
    /** @return string */
    public function getName();

    public function run(IOutput $output);
}
