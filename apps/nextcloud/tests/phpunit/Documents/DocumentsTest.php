<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Documents;

use OCA\Bluebridge\Service\DocumentRules;
use OCA\Bluebridge\Tests\Kit\Files\KeptStorage;
use OCA\Bluebridge\Tests\Kit\Web\Streamed;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\AppFramework\Http\StreamResponse;

/** Files that meetings show. */
final class DocumentsTest extends MeetingTestCase
{
    private const PDF = "%PDF-1.4\n%%EOF";

    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->host->files->put('alice', '/Slides.pdf', self::PDF);
    }

    public function testWhatIsKeptWithTheRoomIsThereFromTheStart(): void
    {
        $kept = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]));
        self::assertSame(['Slides.pdf'], array_column($kept, 'name'));
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/start")->getStatus());
        self::assertStringContainsString(base64_encode(self::PDF), $this->bodyOf('create'));
    }

    public function testWhoMayStartOpensTheRoomWithFilesThatAreNotKept(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]);
        $this->asModerator('bob', '/Mine.pdf');
        self::assertSame(403, $this->as('bob')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Mine.pdf'], 'keep' => true])->getStatus());
        self::assertSame(200, $this->as('bob')->api('POST', "rooms/{$this->room}/start", ['paths' => ['/Mine.pdf']])->getStatus());
        // Of several, meetings show the first.
        self::assertSame(1, preg_match('~name="Mine.pdf".*name="Slides.pdf"~s', $this->bodyOf('create')));
        self::assertSame(['Slides.pdf'], array_column($this->dataOf($this->as('bob')->api('GET', "rooms/{$this->room}/documents")), 'name'));
    }

    public function testAFileThatIsKeptAlreadyIsShownOnce(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/start", ['paths' => ['/Slides.pdf']]);
        self::assertSame(1, substr_count($this->bodyOf('create'), 'name="Slides.pdf"'));
    }

    public function testFilesComeIntoAMeetingThatSomebodyElseHasOpenedMeanwhile(): void
    {
        $this->asModerator('bob', '/Mine.pdf');
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSame(200, $this->as('bob')->api('POST', "rooms/{$this->room}/start", ['paths' => ['/Mine.pdf']])->getStatus());
        self::assertStringContainsString('name="Mine.pdf"', $this->bodyOf('insertDocument'));
        self::assertSame(1, $this->callsOf('create'));
    }

    public function testWhoOpensARoomWithFilesIsAskedForConsentOnlyWhenTheyEnter(): void
    {
        $settings = ['record' => true, 'recordingConsent' => true];
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => $settings])->getStatus());
        $started = $this->as('alice')->api('POST', "rooms/{$this->room}/start", ['paths' => ['/Slides.pdf']]);
        self::assertSame([200, 'open'], [$started->getStatus(), $this->dataOf($started)['state']]);
        self::assertSame('consent_required', (((array) ($this->dataOf($started)['entry'] ?? []))['reason'] ?? ''));
    }

    public function testARoomThatDoesNotOpenSaysThatNoFileIsShown(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/archive", ['archived' => true]);
        $refused = $this->as('alice')->api('POST', "rooms/{$this->room}/start", ['paths' => ['/Slides.pdf']]);
        self::assertSame([409, 'closed'], [$refused->getStatus(), $this->dataOf($refused)['code']]);
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testNoRoomOpensForFilesThatCannotBeShown(): void
    {
        $this->host->files->put('alice', '/Huge.pdf', str_repeat('x', DocumentRules::MAX_BYTES + 1));
        foreach (['document_too_large' => ['/Huge.pdf'], 'no_such_document' => ['/Slides.pdf', '/none.pdf'], 'too_many_documents' => array_fill(0, 11, '/Slides.pdf')] as $code => $paths) {
            $response = $this->as('alice')->api('POST', "rooms/{$this->room}/start", ['paths' => $paths]);
            self::assertSame([400, $code], [$response->getStatus(), $this->dataOf($response)['code']]);
        }
        self::assertSame(0, $this->callsOf('create'));
    }

    public function testAFileThatIsTakenAwayIsKeptNoMore(): void
    {
        $kept = $this->dataOf($this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]));
        [$id] = array_column($kept, 'id');
        self::assertIsInt($id);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$this->room}/documents/{$id}")->getStatus());
        self::assertSame([], $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/documents")));
    }

    public function testAFileIsSentIntoTheMeetingThatRuns(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf']])->getStatus());
        self::assertStringContainsString('name="Slides.pdf"', $this->bodyOf('insertDocument'));
    }

    public function testALargeFileIsFetchedFromAnAddressThatIsOverAfterTheFetch(): void
    {
        $large = str_repeat('x', 1_100_000);
        $this->host->files->put('alice', '/Large.pdf', $large);
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Large.pdf']]);
        self::assertSame(1, preg_match('~url="[^"]*/apps/bluebridge/(d/[^"]+)"~', $this->bodyOf('insertDocument'), $found));
        $fetched = $this->as(null)->page('GET', $found[1]);
        // The whole of it is in no worker's memory.
        self::assertInstanceOf(StreamResponse::class, $fetched);
        self::assertSame($large, Streamed::of($fetched));
        self::assertSame(['1100000', 'application/pdf'], [$fetched->getHeaders()['Content-Length'], $fetched->getHeaders()['Content-Type']]);
        self::assertSame(404, $this->as(null)->page('GET', 'd/' . strrev(substr($found[1], 2)))->getStatus());
        // A server looks where the address leads before it takes the file.
        self::assertSame(200, $this->as(null)->page('GET', $found[1])->getStatus());
        $this->host->clock->advance(120_001);
        self::assertSame(404, $this->as(null)->page('GET', $found[1])->getStatus());
    }

    public function testAnAddressThatNobodyUsedIsOverAfterAWhile(): void
    {
        $address = $this->addressOfLarge();
        $this->host->clock->advance(900_001);
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
    }

    public function testAnAddressIsForOneFetch(): void
    {
        $address = $this->addressOfLarge();
        $answers = array_map(fn (): int => $this->as(null)->page('GET', $address)->getStatus(), range(1, 5));
        self::assertSame([200, 200, 200, 404, 404], $answers);
    }

    private function addressOfLarge(): string
    {
        $this->host->files->put('alice', '/Large.pdf', str_repeat('x', 1_100_000));
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Large.pdf']]);
        self::assertSame(1, preg_match('~url="[^"]*/apps/bluebridge/(d/[^"]+)"~', $this->bodyOf('insertDocument'), $found));

        return $found[1];
    }

    public function testNobodySendsTheFilesOfSomebodyElse(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'moderator']);
        $response = $this->as('bob')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf']]);
        self::assertSame('no_such_document', $this->dataOf($response)['code']);
        self::assertSame(0, $this->callsOf('insertDocument'));
    }

    public function testAnAddressInsteadOfAFileIsNone(): void
    {
        $response = $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['https://example.org/slides.pdf']]);
        self::assertSame(400, $response->getStatus());
        self::assertSame(0, $this->callsOf('insertDocument'));
    }

    public function testWhatMeetingsCannotShowIsRefused(): void
    {
        $this->host->files->put('alice', '/page.svg', '<svg/>');
        $this->host->files->put('alice', '/empty.pdf', '');
        foreach (['/page.svg', '/empty.pdf'] as $path) {
            $response = $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => [$path], 'keep' => true]);
            self::assertSame('document_invalid', $this->dataOf($response)['code']);
        }
    }

    public function testAFileThatMayOnlyBeLookedAtIsNotGivenToAMeeting(): void
    {
        foreach (['seen' => false, 'open' => true] as $name => $mayDownload) {
            $this->host->files->put('alice', "/{$name}.pdf", self::PDF, new KeptStorage(isShared: true, mayDownload: $mayDownload));
        }
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        foreach ([true, false] as $keep) {
            $refused = $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/seen.pdf'], 'keep' => $keep]);
            self::assertSame('document_invalid', $this->dataOf($refused)['code']);
        }
        self::assertSame(0, $this->callsOf('insertDocument'));
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/open.pdf']])->getStatus());
    }

    public function testWhatBecameOfAKeptFileIsLookedAtAgain(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/documents", ['paths' => ['/Slides.pdf'], 'keep' => true]);
        self::assertSame([true], $this->areThere());
        $this->host->files->put('alice', '/Slides.pdf', self::PDF, new KeptStorage(isShared: true, mayDownload: false));
        self::assertSame([false], $this->areThere());
        $this->host->files->put('alice', '/Slides.pdf', str_repeat('x', DocumentRules::MAX_BYTES + 1));
        self::assertSame([false], $this->areThere());
    }

    public function testAnAddressDoesNotOutliveTheRightToTheFile(): void
    {
        $address = $this->addressOfLarge();
        $this->host->files->put('alice', '/Large.pdf', self::PDF, new KeptStorage(isShared: true, mayDownload: false));
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
    }

    private function asModerator(string $user, string $path): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => $user, 'role' => 'moderator']);
        $this->host->files->put($user, $path, self::PDF);
    }

    /** @return array<array-key, mixed> whether the files kept with the room can be shown */
    private function areThere(): array
    {
        return array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/documents")), 'isThere');
    }

    private function bodyOf(string $call): string
    {
        foreach ($this->host->http->sent() as $sent) {
            $body = $sent['options']['body'] ?? null;
            if (str_contains($sent['url'], "/api/{$call}?") && is_string($body)) {
                return $body;
            }
        }
        self::fail("{$call} was not sent with a body.");
    }
}
