<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http;

interface ICallbackResponse
{
    public function callback(IOutput $output);
}
