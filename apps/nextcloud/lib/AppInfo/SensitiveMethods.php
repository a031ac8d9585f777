<?php

declare(strict_types=1);

namespace OCA\Bluebridge\AppInfo;

use OCA\Bluebridge\Callback\ReadyDesk;
use OCA\Bluebridge\Controller\AccessController;
use OCA\Bluebridge\Controller\CallbackController;
use OCA\Bluebridge\Controller\DownloadController;
use OCA\Bluebridge\Controller\GuestController;
use OCA\Bluebridge\Controller\HooksController;
use OCA\Bluebridge\Controller\OldLinksController;
use OCA\Bluebridge\Controller\PageController;
use OCA\Bluebridge\Controller\RecordingPageController;
use OCA\Bluebridge\Controller\RecordingsController;
use OCA\Bluebridge\Controller\SeeOther;
use OCA\Bluebridge\Controller\ServerController;
use OCA\Bluebridge\Controller\ServersController;
use OCA\Bluebridge\Controller\WayIn;
use OCA\Bluebridge\Db\DownloadMapper;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Document\DownloadAddress;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Hooks\Hooks;
use OCA\Bluebridge\Meeting\Entry;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Recording\RecordingLinks;
use OCA\Bluebridge\Seats\Reservations;
use OCA\Bluebridge\Seats\Wish;
use OCA\Bluebridge\Server\BreakingTransport;
use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Server\PastedSecret;
use OCA\Bluebridge\Server\ServerBook;
use OCA\Bluebridge\Server\ServerConnection;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Server\ServerSetup;
use OCA\Bluebridge\Service\Codes;
use OCA\Bluebridge\Service\GuestAccess;
use OCA\Bluebridge\Service\InvitationMail;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\MeetingEnded;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\Webhook;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\WebhookChecksum;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\WebhookProof;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\CallSender;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\CarefulWrites;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\StatusMemory;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\RequestBuilder;

/**
 * Methods that are given a signed address, a secret, a code or a password. Nextcloud writes what methods
 * were given into its log when something fails, unless it is told of them; what one of these was given it
 * then takes out of the whole trace, its own methods included. PHP's `#[SensitiveParameter]` would hide a
 * value here only, and keep Nextcloud from knowing it.
 */
final class SensitiveMethods
{
    /** @var array<class-string, list<string>> */
    public const ALL = [
        AccessController::class => ['update'],
        BreakingTransport::class => ['send'],
        CallbackController::class => ['recordingReady'],
        CallSender::class => ['report', 'send'],
        CarefulWrites::class => ['create', 'end'],
        Client::class => ['__construct', 'tried', 'write'],
        Codes::class => ['fits', 'hash', 'verdict'],
        DownloadAddress::class => ['take'],
        DownloadController::class => ['show'],
        DownloadMapper::class => ['add', 'hash', 'read', 'take', 'takeNext'],
        Entry::class => ['__construct', 'go'],
        GuestAccess::class => ['change', 'setCodes'],
        GuestController::class => ['invited', 'join', 'joinInvited', 'nameIn', 'personalOf', 'roomOfLink'],
        HookDesk::class => ['urlOf'],
        Hooks::class => ['byToken', 'hashOf', 'plan'],
        HooksController::class => ['events'],
        HostTransport::class => ['options', 'send'],
        InvitationMail::class => ['letter', 'send'],
        LinkMapper::class => ['findBySecret', 'hash'],
        MeetingEnded::class => ['callbackUrl', 'mac', 'verify'],
        OldLinksController::class => ['moderator'],
        PageController::class => ['join'],
        PastedSecret::class => ['in'],
        ReadyDesk::class => ['hear', 'proven'],
        RecordingLinks::class => ['find', 'isPassword', 'lock'],
        RecordingPageController::class => ['find', 'open', 'show', 'unlock'],
        RecordingsController::class => ['update'],
        RequestBuilder::class => ['algorithmFor', 'build', 'toSend', 'urlOf'],
        Reservations::class => ['take'],
        RoomAddresses::class => ['personal'],
        SeeOther::class => ['__construct'],
        ServerBook::class => ['add', 'change', 'edit'],
        ServerConnection::class => ['connect', 'probe'],
        ServerController::class => ['probe', 'update'],
        ServersController::class => ['create', 'update'],
        ServerSettingsStore::class => ['keep', 'keepOthers', 'settingsIn', 'write'],
        ServerSetup::class => ['keep', 'probe'],
        StatusMemory::class => ['remember'],
        Visitors::class => ['invite'],
        WayIn::class => ['take'],
        Webhook::class => ['verify'],
        WebhookChecksum::class => ['provenScheme'],
        WebhookProof::class => ['__construct'],
        Wish::class => ['in'],
    ];
}
