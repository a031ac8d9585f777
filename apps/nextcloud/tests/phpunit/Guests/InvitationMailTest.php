<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Host\Letter;
use OCA\Bluebridge\Tests\Kit\Host\LetterText;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;
use OCP\Mail\IMessage;
use Psr\Log\AbstractLogger;
use Psr\Log\LoggerInterface;
use RuntimeException;
use Stringable;

/** A mail server that is down costs the letter, and tells nobody of the link that was in it. */
final class InvitationMailTest extends AppTestCase
{
    private string $ignored;

    protected function setUp(): void
    {
        parent::setUp();
        // As in installations without a php.ini of their own: traces hold what methods were given.
        $this->ignored = (string) ini_set('zend.exception_ignore_args', '0');
    }

    protected function tearDown(): void
    {
        ini_set('zend.exception_ignore_args', $this->ignored);
        parent::tearDown();
    }

    public function testALetterThatIsNotSentTellsTheLogNoLinkAndNoAddress(): void
    {
        $log = new class () extends AbstractLogger {
            public string $text = '';

            public function log($level, string|Stringable $message, array $context = []): void
            {
                $this->text .= $message . print_r($context, true);
            }
        };
        $this->host->container->put(LoggerInterface::class, $log);
        $this->host->container->put(IMailer::class, self::brokenMailer());
        $room = $this->roomOf('alice');
        $member = ['kind' => 'email', 'target' => 'dana@example.net', 'role' => 'moderator'];
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/members", $member));
        self::assertIsString($made['url'] ?? null);
        self::assertStringContainsString('no such mailbox', $log->text);
        // A trace is long: what fails here is not to be printed.
        self::assertFalse(str_contains($log->text, basename($made['url'])));
        self::assertFalse(stripos($log->text, 'dana@example.net'));
    }

    private static function brokenMailer(): IMailer
    {
        return new class () implements IMailer {
            public function createMessage(): IMessage
            {
                return new Letter();
            }

            public function createEMailTemplate(string $emailId, array $data = []): IEMailTemplate
            {
                return new LetterText();
            }

            public function send(IMessage $message): array
            {
                throw new RuntimeException('550 <Dana@example.net>: no such mailbox');
            }

            public function validateMailAddress(string $email): bool
            {
                return true;
            }
        };
    }
}
