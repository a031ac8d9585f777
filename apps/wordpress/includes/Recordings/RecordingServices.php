<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Services;

/** What recordings need, made when it is first needed. */
final class RecordingServices
{
    private ?RecordingIndex $index = null;

    private ?RecordingLists $lists = null;

    private ?RecordingServers $servers = null;

    public function __construct(private readonly Services $services)
    {
    }

    public function index(): RecordingIndex
    {
        return $this->index ??= new RecordingIndex();
    }

    public function lists(): RecordingLists
    {
        return $this->lists ??= new RecordingLists($this->services->clock());
    }

    public function servers(): RecordingServers
    {
        return $this->servers ??= new RecordingServers($this->services->servers(), $this->services->serverSettings());
    }

    public function schedule(): SyncSchedule
    {
        return new SyncSchedule($this->lists(), $this->services->clock());
    }

    public function keeper(): IndexKeeper
    {
        return new IndexKeeper($this->servers(), $this->index(), $this->lists(), $this->services->clock());
    }

    public function update(): RecordingsUpdate
    {
        return new RecordingsUpdate(
            $this->services->rooms(),
            $this->servers(),
            $this->index(),
            $this->lists(),
            $this->keeper(),
            $this->schedule(),
            $this->services->clock(),
        );
    }

    public function meetingEnds(): MeetingEnds
    {
        return new MeetingEnds(
            $this->services->rooms(),
            $this->servers(),
            $this->index(),
            $this->lists(),
            $this->schedule(),
            $this->services->clock(),
        );
    }

    public function viewers(): Viewers
    {
        return new Viewers($this->services->visitors(), $this->services->clock());
    }

    public function watching(): Watching
    {
        $page = new WatchingPage($this->services->builtFiles());

        return new Watching($this->services->rooms(), $this->index(), $this->viewers(), $this->keeper(), $page);
    }

    public function previews(): PreviewAnswers
    {
        $images = new PreviewImages($this->services->clock());

        return new PreviewAnswers($this->services->rooms(), $this->index(), $this->servers(), $this->viewers(), $images);
    }

    public function section(): RecordingsSection
    {
        return new RecordingsSection(
            $this->services->rooms(),
            $this->viewers(),
            $this->desk(),
            $this->update(),
            $this->html(),
            $this->services->builtFiles(),
        );
    }

    /** @return list<RecordingsController|RecordingController|ReadyController> */
    public function controllers(): array
    {
        $changes = new RecordingChanges(
            $this->servers(),
            $this->index(),
            $this->keeper(),
            $this->schedule(),
            $this->services->clock(),
        );
        $deeds = new RecordingDeeds($changes, $this->index(), new RecordingReplies($this->servers()), $this->html());

        return [
            new RecordingsController($this->services->doors(), $this->viewers(), $this->desk(), $this->update(), $this->html()),
            new RecordingController($this->services->rooms(), $this->index(), $deeds, new Captions($this->servers())),
            new ReadyController($this->services->rooms(), $this->servers(), $this->update()),
        ];
    }

    private function desk(): RecordingsDesk
    {
        return new RecordingsDesk(new RecordingSearch(), $this->lists(), new RecordingReplies($this->servers()));
    }

    private function html(): RecordingsHtml
    {
        return new RecordingsHtml($this->services->builtFiles());
    }
}
