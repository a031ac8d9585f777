<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCP\Defaults;
use OCP\IL10N;
use OCP\IUser;
use OCP\Mail\IMailer;
use OCP\Mail\IMessage;
use OCP\Util;
use Psr\Log\LoggerInterface;
use Throwable;

/** Writes to people without an account whom a room is shared with. */
class InvitationMail
{
    public function __construct(
        private readonly IMailer $mailer,
        private readonly RoomAddresses $addresses,
        private readonly Defaults $defaults,
        private readonly IL10N $l10n,
        private readonly LoggerInterface $logger,
    ) {
    }

    /** Sends a personal link. Whoever shares the room has it too, so a mail that fails loses nothing. */
    public function send(Room $room, string $address, string $secret, IUser $by): void
    {
        try {
            $this->mailer->send($this->letter($room, $address, $secret, $by));
        } catch (Throwable $error) {
            // Not the exception itself, whose trace holds the link, and mail servers repeat the address.
            $said = str_ireplace($address, '…', $error->getMessage());
            $this->logger->warning('An invitation could not be sent: ' . $error::class . ": {$said}", ['app' => 'bluebridge']);
        }
    }

    private function letter(Room $room, string $address, string $secret, IUser $by): IMessage
    {
        $name = $by->getDisplayName();
        $template = $this->mailer->createEMailTemplate('bluebridge.invitation');
        $template->setSubject($this->l10n->t('%1$s invites you to “%2$s”', [$name, $room->getName()]));
        $template->addHeader();
        $template->addHeading($room->getName());
        $template->addBodyText($this->l10n->t('%1$s invites you to this room. The link is for you alone: please do not pass it on.', [$name]));
        $template->addBodyButton($this->l10n->t('Go to the room'), $this->addresses->personal($secret));
        $template->addFooter();
        $message = $this->mailer->createMessage();
        $message->setFrom([Util::getDefaultEmailAddress('noreply') => $this->l10n->t('%1$s via %2$s', [$name, $this->defaults->getName()])]);
        $message->setTo([$address]);
        $message->useTemplate($template);

        return $message;
    }
}
