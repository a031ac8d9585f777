<?php

declare(strict_types=1);

namespace OCP\Security\Events;

use OCP\EventDispatcher\Event;
use OCP\Security\PasswordContext;

class ValidatePasswordPolicyEvent extends Event
{
    public function __construct(
        private string $password,
        private PasswordContext $context = PasswordContext::ACCOUNT,
    ) {
        parent::__construct();
    }

    public function getPassword(): string
    {
        return $this->password;
    }

    public function getContext(): PasswordContext
    {
        return $this->context;
    }
}
