<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit;

use OCP\AppFramework\Bootstrap\IRegistrationContext;

/** Notes what the app registers. */
final class Registrations implements IRegistrationContext
{
    /** @var array<string, list<string>> classes, by the kind of registration */
    public array $classes = [];

    /** @var array<string, string> */
    public array $aliases = [];

    /** @var array<string, list<string>> listeners, by event */
    public array $listeners = [];

    /** @var array<string, list<string>> what these methods are given stays out of the log, by class */
    public array $sensitive = [];

    public function registerMiddleware(string $class, bool $global = false): void
    {
        $this->classes['middleware'][] = $class;
    }

    public function registerServiceAlias(string $alias, string $target): void
    {
        $this->aliases[$alias] = $target;
    }

    public function registerEventListener(string $event, string $listener, int $priority = 0): void
    {
        $this->listeners[$event][] = $listener;
    }

    public function registerNotifierService(string $notifierClass): void
    {
        $this->classes['notifier'][] = $notifierClass;
    }

    public function registerSetupCheck(string $setupCheckClass): void
    {
        $this->classes['setupCheck'][] = $setupCheckClass;
    }

    public function registerUserMigrator(string $migratorClass): void
    {
        $this->classes['userMigrator'][] = $migratorClass;
    }

    public function registerSearchProvider(string $class): void
    {
        $this->classes['searchProvider'][] = $class;
    }

    public function registerDashboardWidget(string $widgetClass): void
    {
        $this->classes['dashboardWidget'][] = $widgetClass;
    }

    public function registerSensitiveMethods(string $class, array $methods): void
    {
        $this->sensitive[$class] = $methods;
    }

    public function registerReferenceProvider(string $class): void
    {
        $this->classes['referenceProvider'][] = $class;
    }
}
