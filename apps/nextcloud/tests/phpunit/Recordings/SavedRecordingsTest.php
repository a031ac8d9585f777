<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\BackgroundJob\SaveRecording;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\Notification\Notifier;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Tests\Kit\Host\HandedOut;
use OCA\Bluebridge\Tests\Kit\Notices\Notice;
use OCP\Files\File;
use OCP\Files\IRootFolder;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use OCP\Http\Client\IClientService;

/** Saving recordings into somebody's files. */
final class SavedRecordingsTest extends RecordingsTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->seed();
        $this->listFor('alice');
    }

    public function testAFilmIsSavedAsItIs(): void
    {
        $this->host->container->put(IClientService::class, new HandedOut($this->host->http, 'video/mp4', 'the film'));
        $saved = $this->save('bob', '');
        self::assertSame(['path' => '/Lesson one.mp4', 'isLink' => false, 'isLater' => false], $saved);
        $file = $this->host->files->getUserFolder('bob')->get('Lesson one.mp4');
        self::assertInstanceOf(File::class, $file);
        self::assertSame('the film', $file->getContent());
        self::assertSame('/Lesson one (2).mp4', $this->save('bob', '')['path']);
    }

    public function testAPageIsSavedAsALinkToOurOwnAddress(): void
    {
        $saved = $this->save('bob', '');
        self::assertSame(['path' => '/Lesson one.url', 'isLink' => true, 'isLater' => false], $saved);
        $file = $this->host->files->getUserFolder('bob')->get('Lesson one.url');
        self::assertInstanceOf(File::class, $file);
        self::assertStringContainsString("URL=https://cloud.example.org/apps/bluebridge/rooms/{$this->room}/recordings/", $file->getContent());
    }

    public function testNobodyWaitsForALargeFilm(): void
    {
        $this->host->container->put(IClientService::class, new HandedOut($this->host->http, 'video/mp4', 'the film', 50_000_000));
        self::assertSame(['path' => '/', 'isLink' => false, 'isLater' => true], $this->save('bob', ''));
        self::assertSame([], $this->toldOf(Notices::RECORDING_SAVED));
        $this->doWhatWaits();
        $file = $this->host->files->getUserFolder('bob')->get('Lesson one.mp4');
        self::assertInstanceOf(File::class, $file);
        self::assertSame('the film', $file->getContent());
        [$notice] = $this->toldOf(Notices::RECORDING_SAVED);
        $this->host->container->get(Notifier::class)->prepare($notice, 'en');
        self::assertSame(['{recording} was saved in your files: {path}', '/Lesson one.mp4'], [$notice->words, $notice->objects['path']['name']]);
        self::assertStringEndsWith('#recordings', $notice->link);
    }

    public function testALargeFilmThatIsNoLongerForSomebodyIsNotSaved(): void
    {
        $this->host->container->put(IClientService::class, new HandedOut($this->host->http, 'video/mp4', 'the film', 50_000_000));
        $this->save('bob', '');
        $this->change(['visibility' => 'private']);
        $this->doWhatWaits();
        $this->expectException(NotFoundException::class);
        $this->host->files->getUserFolder('bob')->get('Lesson one.mp4');
    }

    public function testWhoeverAskedHearsThatItCouldNotBeSaved(): void
    {
        $this->host->container->put(IClientService::class, new HandedOut($this->host->http, 'video/mp4', 'the film', 50_000_000));
        $this->save('bob', '');
        $root = self::createStub(IRootFolder::class);
        $root->method('getUserFolder')->willThrowException(new NotPermittedException());
        $this->host->container->put(IRootFolder::class, $root);
        $this->doWhatWaits();
        [$notice] = $this->toldOf(Notices::RECORDING_NOT_SAVED);
        $this->host->container->get(Notifier::class)->prepare($notice, 'en');
        self::assertSame('{recording} could not be saved. Is there room enough in your files?', $notice->words);
    }

    public function testAFileIsTakenFromItsServerOnlyAndNotFromWhereThatLeads(): void
    {
        $handed = new HandedOut($this->host->http, 'video/mp4', 'the film');
        $this->host->container->put(IClientService::class, $handed);
        $this->save('bob', '');
        self::assertFalse($handed->asked[0]['allow_redirects']);
        self::assertSame(['allow_local_address' => true], $handed->asked[0]['nextcloud']);
        // The same machine at another port is another server.
        $endpoint = (new ServerSettingsStore($this->host->settings))->read();
        $port = (string) parse_url($endpoint->endpoint, PHP_URL_PORT);
        $this->connect(new ServerSettings(str_replace($port, '9', $endpoint->endpoint), $endpoint->secret, allowsLocal: true));
        $this->save('bob', '');
        self::assertSame(['allow_local_address' => false], $handed->asked[1]['nextcloud']);
    }

    /** @return list<Notice> */
    private function toldOf(string $subject): array
    {
        return array_values(array_filter($this->host->notices->of('bob'), static fn (Notice $notice): bool => $notice->getSubject() === $subject));
    }

    private function doWhatWaits(): void
    {
        $this->host->container->forgetApp();
        $mine = array_values(array_filter($this->host->jobs->waiting, static fn (array $job): bool => $job[0] === SaveRecording::class));
        self::assertCount(1, $mine);
        $job = $this->host->container->get(SaveRecording::class);
        $job->setArgument($mine[0][1]);
        $job->start($this->host->jobs);
    }

    public function testNothingIsSavedWhereNoFolderIsOrOfWhatSomebodyDoesNotSee(): void
    {
        self::assertSame('no_such_folder', $this->save('bob', '/Nowhere', 400)['code']);
        $this->change(['visibility' => 'private']);
        self::assertSame('no_such_recording', $this->save('bob', '', 404)['code']);
    }

    /** @return array<array-key, mixed> */
    private function save(string $who, string $folder, int $status = 201): array
    {
        $response = $this->as($who)->api('POST', "rooms/{$this->room}/recordings/{$this->recordID}/save", ['folder' => $folder, 'type' => 'presentation']);
        self::assertSame($status, $response->getStatus());

        return $this->dataOf($response);
    }
}
