<?php

declare(strict_types=1);

namespace OCP\Http\Client;

interface IClientService
{
    public function newClient(): IClient;
}
