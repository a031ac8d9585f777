<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

/** Captions of recordings, and protecting them. */
final class RecordingExtrasTest extends RecordingsTestCase
{
    private const VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n";

    protected function setUp(): void
    {
        parent::setUp();
        $this->seed();
        $this->listFor('alice');
    }

    public function testCaptionsAreSentAndListed(): void
    {
        self::assertSame([], $this->dataOf($this->as('mia')->api('GET', $this->path('captions'))));
        $sent = $this->as('mia')->api('POST', $this->path('captions'), ['language' => 'pt-BR', 'content' => self::VTT]);
        self::assertSame(201, $sent->getStatus());
        self::assertSame(1, $this->callsOf('putRecordingTextTrack'));
        $this->control('advance', ['ms' => 600_000]);
        self::assertCount(1, $this->dataOf($this->as('mia')->api('GET', $this->path('captions'))));
    }

    public function testWhatAreNoCaptionsIsNotSent(): void
    {
        $wrong = [['language' => 'de', 'content' => 'Hello'], ['language' => 'German', 'content' => self::VTT], ['language' => 'de', 'content' => "\0" . self::VTT]];
        foreach ($wrong as $captions) {
            self::assertSame('captions_invalid', $this->dataOf($this->as('mia')->api('POST', $this->path('captions'), $captions))['code']);
        }
        self::assertSame(0, $this->callsOf('putRecordingTextTrack'));
    }

    public function testAServerThatKnowsNoProtectionIsNotAskedForIt(): void
    {
        $may = $this->listFor('mia')[0]['may'];
        self::assertIsArray($may);
        self::assertFalse($may['protect']);
        self::assertTrue($may['captions']);
        self::assertSame('protect_unsupported', $this->change(['isProtected' => true], 409)['code']);
        self::assertSame(0, $this->callsOf('updateRecordings'));
    }

    public function testWhatIsRefusedIsNotHalfDone(): void
    {
        $this->change(['visibility' => 'private', 'name' => ' '], 400);
        $this->change(['visibility' => 'private', 'isProtected' => true, 'name' => 'Lesson two'], 409);
        $this->change(['visibility' => 'public', 'linkPassword' => 'short', 'name' => 'Lesson two'], 400);
        $listed = $this->listFor('mia')[0];
        self::assertSame(['members', 'Lesson one'], [$listed['visibility'], $listed['name']]);
        self::assertSame(0, $this->callsOf('updateRecordings'));
    }

    private function path(string $what): string
    {
        return "rooms/{$this->room}/recordings/{$this->recordID}/{$what}";
    }
}
