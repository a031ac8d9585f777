<?php

declare(strict_types=1);

// Leads the client through one task, named on the command line, and prints what it understood.

use BigBlueButton\BigBlueButton;
use BigBlueButton\Enum\Role;
use BigBlueButton\Exceptions\BadResponseException;
use BigBlueButton\Parameters\CreateMeetingParameters;
use BigBlueButton\Parameters\DeleteRecordingsParameters;
use BigBlueButton\Parameters\EndMeetingParameters;
use BigBlueButton\Parameters\GetMeetingInfoParameters;
use BigBlueButton\Parameters\GetRecordingsParameters;
use BigBlueButton\Parameters\HooksCreateParameters;
use BigBlueButton\Parameters\HooksDestroyParameters;
use BigBlueButton\Parameters\InsertDocumentParameters;
use BigBlueButton\Parameters\IsMeetingRunningParameters;
use BigBlueButton\Parameters\JoinMeetingParameters;
use BigBlueButton\Parameters\PublishRecordingsParameters;
use BigBlueButton\Parameters\UpdateRecordingsParameters;

require __DIR__ . '/vendor/autoload.php';

[, $task, $endpoint, $secret, $argument] = [...$argv, ''];
$client = new BigBlueButton($endpoint, $secret);

$tasks = [
    'create' => static function () use ($client, $argument): array {
        $reply = $client->createMeeting(new CreateMeetingParameters('room-1', $argument));
        return [$reply->getReturnCode(), $reply->getMessageKey(), $reply->getMeetingId()];
    },
    'join url' => static fn (): string => $client->getJoinMeetingURL(
        (new JoinMeetingParameters('room-1', "Ada O'Neil", Role::MODERATOR))->setUserId('u1'),
    ),
    'watch' => static function () use ($client): array {
        $meeting = $client->getMeetingInfo(new GetMeetingInfoParameters('room-1'))->getMeeting();
        return [
            'running' => $client->isMeetingRunning(new IsMeetingRunningParameters('room-1'))->isRunning(),
            'name' => $meeting->getMeetingName(),
            'people' => array_map(static fn ($one) => $one->getFullName(), $meeting->getAttendees()),
            'meetings' => array_map(
                static fn ($one) => $one->getMeetingId(),
                $client->getMeetings()->getMeetings(),
            ),
        ];
    },
    'insert' => static function () use ($client): array {
        $parameters = (new InsertDocumentParameters('room-1'))
            ->addPresentation('slides.txt', 'Pythagoras', 'slides.txt');
        $reply = $client->insertDocument($parameters);
        return [$reply->getReturnCode(), $reply->getMessage()];
    },
    'end' => static fn (): string => $client->endMeeting(new EndMeetingParameters('room-1'))->getMessageKey(),
    'recordings' => static fn (): array => array_map(
        static fn ($one) => [$one->getRecordId(), $one->getState(), count($one->getFormats())],
        $client->getRecordings((new GetRecordingsParameters())->setMeetingId('room-1'))->getRecords(),
    ),
    'unpublish' => static fn (): bool =>
        $client->publishRecordings(new PublishRecordingsParameters($argument, false))->isPublished(),
    'update' => static fn (): bool => $client
        ->updateRecordings((new UpdateRecordingsParameters($argument))->addMeta('topic', 'Triangles'))
        ->isUpdated(),
    'delete' => static fn (): bool =>
        $client->deleteRecordings(new DeleteRecordingsParameters($argument))->isDeleted(),
    'hooks' => static function () use ($client): array {
        $parameters = (new HooksCreateParameters('http://127.0.0.1:9/callback'))->setMeetingId('room-1');
        $created = $client->hooksCreate($parameters);
        if ($created->failed()) {
            return [$created->getMessageKey()];
        }
        $listed = array_map(static fn ($one) => $one->getHookId(), $client->hooksList()->getHooks());
        $removed = $client->hooksDestroy(new HooksDestroyParameters($created->getHookId()))->removed();
        return [in_array($created->getHookId(), $listed, true), $removed];
    },
];

try {
    $outcome = $tasks[$task]();
} catch (BadResponseException $refused) {
    // Its message repeats the signed address.
    $outcome = ['refused' => preg_replace('/, url: .*/', '', $refused->getMessage())];
}
echo json_encode($outcome, JSON_THROW_ON_ERROR);
