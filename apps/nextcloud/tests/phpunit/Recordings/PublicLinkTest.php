<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Server\HostTransport;
use OCA\Bluebridge\Tests\AnsweringTransport;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\HintException;
use OCP\Security\Events\ValidatePasswordPolicyEvent;

/** Recordings that whoever has a link can watch. */
final class PublicLinkTest extends RecordingsTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->seed();
        $this->listFor('alice');
    }

    public function testOnlyAPublicOneHasALinkAndOnlyManagersAreToldIt(): void
    {
        self::assertNull($this->listFor('mia')[0]['publicLink']);
        $address = $this->publish();
        self::assertNull($this->listFor('bob')[0]['publicLink']);
        $shown = $this->open($address);
        self::assertSame('Lesson one', $shown['title']);
        self::assertSame(303, $this->watch($address)->getStatus());
    }

    public function testAnAddressIsNotGuessedAndATakenBackOneDoesNotComeBack(): void
    {
        $address = $this->publish();
        self::assertSame(404, $this->as(null)->page('GET', substr($address, 0, -1) . ($address[-1] === '0' ? '1' : '0'))->getStatus());
        $this->change(['visibility' => 'members']);
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
        self::assertSame(404, $this->watch($address)->getStatus());
        self::assertNotSame($address, $this->publish());
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
    }

    public function testBeforeThePasswordThePageSaysNothing(): void
    {
        $address = $this->publish(['linkPassword' => 'blue whale']);
        $shown = $this->open($address);
        self::assertTrue($shown['asksPassword']);
        self::assertSame([], $shown['formats']);
        self::assertStringNotContainsString('Lesson', json_encode($shown, JSON_THROW_ON_ERROR));
        self::assertSame(403, $this->watch($address)->getStatus());
        self::assertSame(403, $this->watch($address, ['password' => 'grey whale'])->getStatus());
        self::assertSame(303, $this->watch($address, ['password' => ' blue whale'])->getStatus());
        // The browser is known now, until there is another password.
        self::assertSame(303, $this->watch($address)->getStatus());
        $this->change(['linkPassword' => 'grey whale']);
        self::assertSame(403, $this->watch($address)->getStatus());
        $this->change(['linkPassword' => null]);
        self::assertSame(303, $this->watch($address)->getStatus());
    }

    public function testThePasswordIsKeptAsAHashAndGuessedSlowly(): void
    {
        $address = $this->publish(['linkPassword' => 'blue whale']);
        $query = $this->host->db->getQueryBuilder();
        $kept = $query->select('link_password')->from('bluebridge_recordings')->executeQuery()->fetchOne();
        self::assertIsString($kept);
        self::assertStringNotContainsString('whale', $kept);
        $answers = array_map(fn (): int => $this->watch($address, ['password' => 'a guess'])->getStatus(), range(1, 6));
        self::assertSame([403, 403, 403, 403, 403, 429], $answers);
        self::assertSame(429, $this->watch($address, ['password' => 'blue whale'])->getStatus());
        $this->host->clock->advance(60_001);
        self::assertSame(303, $this->watch($address, ['password' => 'blue whale'])->getStatus());
    }

    public function testALinkIsOverWhenItsTimeIs(): void
    {
        $now = (int) $this->host->clock->now()->format('Uv');
        $address = $this->publish(['linkExpiresAt' => $now + 60_000]);
        self::assertSame($now + 60_000, $this->linkOf($this->listFor('mia')[0])['expiresAt']);
        self::assertSame(200, $this->as(null)->page('GET', $address)->getStatus());
        $this->host->clock->advance(60_000);
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
        $this->change(['linkExpiresAt' => null]);
        self::assertSame(200, $this->as(null)->page('GET', $address)->getStatus());
        self::assertSame('expiry_invalid', $this->change(['linkExpiresAt' => $now], 400)['code']);
        self::assertSame('password_invalid', $this->change(['linkPassword' => 'short'], 400)['code']);
    }

    public function testAPasswordThatTheServersPolicyRefusesIsRefusedInItsWords(): void
    {
        $this->publish(['linkPassword' => 'blue whale 1']);
        $this->host->container->put(IEventDispatcher::class, new class () implements IEventDispatcher {
            public function dispatchTyped(Event $event): void
            {
                if ($event instanceof ValidatePasswordPolicyEvent && !str_contains($event->getPassword(), '1')) {
                    throw new HintException('too simple', "A {$event->getContext()->name} password needs a digit.");
                }
            }
        });
        $refused = $this->change(['linkPassword' => 'grey whale', 'linkExpiresAt' => null], 400);
        self::assertSame(['password_refused', 'A SHARING password needs a digit.'], [$refused['code'] ?? '', $refused['message'] ?? '']);
        self::assertSame(
            [['path' => 'linkPassword', 'rule' => 'policy', 'text' => 'A SHARING password needs a digit.']],
            $refused['violations'] ?? [],
        );
        self::assertIsArray($this->change(['linkPassword' => 'grey whale 1'])['publicLink']);
        self::assertIsArray($this->change(['linkPassword' => null])['publicLink']);
    }

    public function testOtherPagesOfTheBrowserDoNotWaitForTheServer(): void
    {
        $address = $this->publish();
        // Of a protected one the server is asked for an address for each person.
        $index = $this->host->container->get(RecordingMapper::class);
        $recording = $index->find($this->room, $this->recordID);
        self::assertNotNull($recording);
        $known = $recording->known();
        self::assertIsArray($known['facts'] ?? null);
        $recording->setIndexed(json_encode(['facts' => ['protected' => true] + $known['facts']] + $known, JSON_THROW_ON_ERROR));
        $index->update($recording);
        $open = [];
        $transport = new AnsweringTransport($this->host->container->get(HostTransport::class));
        $this->host->container->put(Transport::class, $transport);
        $transport->before('getRecordings', function () use (&$open): void {
            $open[] = $this->host->session->isOpen();
        });
        self::assertSame(303, $this->watch($address)->getStatus());
        self::assertSame([false], $open);
    }

    public function testWhatIsNotPublishedIsNotShownByALink(): void
    {
        $address = $this->publish();
        $this->change(['published' => false]);
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
        self::assertSame(404, $this->watch($address)->getStatus());
    }

    public function testPeopleOfTheRoomWatchByAnAddressOfOursAndNobodyElseDoes(): void
    {
        $formats = $this->listFor('bob')[0]['formats'];
        self::assertIsArray($formats);
        $url = is_array($formats[0]) && is_string($formats[0]['url']) ? $formats[0]['url'] : '';
        $path = substr($url, (int) strpos($url, 'rooms/'));
        self::assertSame(303, $this->as('bob')->page('GET', $path)->getStatus());
        self::assertSame(404, $this->as('carol')->page('GET', $path)->getStatus());
        $this->change(['visibility' => 'private']);
        self::assertSame(404, $this->as('bob')->page('GET', $path)->getStatus());
        self::assertSame(303, $this->as('mia')->page('GET', $path)->getStatus());
    }

    /** @param array<string, mixed> $wish */
    private function publish(array $wish = []): string
    {
        $url = $this->linkOf($this->change(['visibility' => 'public'] + $wish))['url'];
        self::assertIsString($url);

        return 'v/' . basename($url);
    }

    /**
     * @param array<array-key, mixed> $card
     * @return array<array-key, mixed>
     */
    private function linkOf(array $card): array
    {
        self::assertIsArray($card['publicLink']);

        return $card['publicLink'];
    }

    /** @return array<string, mixed> */
    private function open(string $address): array
    {
        $page = $this->as(null)->page('GET', $address);
        self::assertInstanceOf(TemplateResponse::class, $page);

        return $page->getParams();
    }

    /** @param array<string, string> $form */
    private function watch(string $address, array $form = []): Response
    {
        return $this->as(null)->page('POST', $address, $form + ['format' => 'presentation'], []);
    }
}
