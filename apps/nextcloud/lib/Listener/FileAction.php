<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Listener;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Files\Event\LoadAdditionalScriptsEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\ServerVersion;
use OCP\Util;

/**
 * Brings the action for files to the app that shows them, and to no other page.
 *
 * @implements IEventListener<LoadAdditionalScriptsEvent>
 */
final class FileAction implements IEventListener
{
    /** From this release on, files take actions in another way. */
    private const NEW_ACTIONS_SINCE = 33;

    public function __construct(private readonly ServerVersion $version)
    {
    }

    public function handle(Event $event): void
    {
        Util::addTranslations(Application::APP_ID);
        Util::addInitScript(Application::APP_ID, self::scriptFor($this->version->getMajorVersion()));
    }

    public static function scriptFor(int $release): string
    {
        return $release < self::NEW_ACTIONS_SINCE ? 'bluebridge-files32' : 'bluebridge-files33';
    }
}
