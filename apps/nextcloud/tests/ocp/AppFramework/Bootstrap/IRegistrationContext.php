<?php

declare(strict_types=1);

namespace OCP\AppFramework\Bootstrap;

interface IRegistrationContext
{
    /** @param class-string $class */
    public function registerMiddleware(string $class, bool $global = false): void;

    /** @param class-string $alias */
    public function registerServiceAlias(string $alias, string $target): void;

    /**
     * @param class-string<\OCP\EventDispatcher\Event> $event
     * @param class-string<\OCP\EventDispatcher\IEventListener<covariant \OCP\EventDispatcher\Event>> $listener
     */
    public function registerEventListener(string $event, string $listener, int $priority = 0): void;

    /** @param class-string<\OCP\Notification\INotifier> $notifierClass */
    public function registerNotifierService(string $notifierClass): void;

    /** @param class-string<\OCP\SetupCheck\ISetupCheck> $setupCheckClass */
    public function registerSetupCheck(string $setupCheckClass): void;

    public function registerSearchProvider(string $class): void;

    /** @param class-string<\OCP\UserMigration\IMigrator> $migratorClass */
    public function registerUserMigrator(string $migratorClass): void;

    public function registerDashboardWidget(string $widgetClass): void;

    /** @param list<string> $methods */
    public function registerSensitiveMethods(string $class, array $methods): void;

    /** @param class-string<\OCP\Collaboration\Reference\IReferenceProvider> $class */
    public function registerReferenceProvider(string $class): void;
}
