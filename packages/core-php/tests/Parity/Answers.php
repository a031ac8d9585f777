<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Parity;

use Bluebridge\Core\Client\CurlTransport;
use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\Violation;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Request\UrlRedactor;
use Bluebridge\Core\Rooms\EndPlan;
use Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\Core\Rooms\Room;
use Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\Core\Rooms\RoomToCreate;
use Bluebridge\Core\Rooms\StatusPolicy;
use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;
use Bluebridge\Core\Tests\Conformance\ExpandedBody;
use Bluebridge\Core\Tests\Conformance\Fields;
use Bluebridge\Core\Tests\Rooms\Given;
use Bluebridge\Core\Tests\Rooms\RecordingAnswers;
use Bluebridge\Core\Tests\Rooms\SeatAnswers;
use UnexpectedValueException;

/** What the core in PHP says to a question. */
final class Answers
{
    /** How long a server may take, ms. */
    private const PATIENCE = 10_000;

    /** @return array<string, mixed> */
    public static function to(string $line): array
    {
        $question = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        $given = new Fields(is_array($question) ? $question : []);

        return match ($given->text('ask')) {
            'sign' => self::sign($given),
            'build' => self::refusalOr(static fn (): array => self::build($given)),
            'send' => self::refusalOr(static fn (): array => self::send($given)),
            'seats' => ['answer' => SeatAnswers::to($given)],
            'settings' => self::settings($given),
            'join' => ['answer' => self::join($given)],
            'status' => ['answer' => StatusPolicy::plan(Given::statusState($given->fields('state')), $given->integer('now'))],
            'end' => ['answer' => EndPlan::next(Given::endState($given->fields('state')), $given->integer('now'))],
            'recordings' => ['answer' => RecordingAnswers::sync($given)],
            'recording' => ['answer' => RecordingAnswers::view($given)],
            default => throw new UnexpectedValueException('Nobody knows this question.'),
        };
    }

    /** @return array<string, mixed> */
    private static function sign(Fields $given): array
    {
        $values = array_map(
            static fn (mixed $value): string => is_string($value) ? $value : '',
            $given->map('params'),
        );
        $query = CanonicalQuery::build($values);
        $algorithm = HashAlgorithm::from($given->text('algorithm'));

        return ['query' => $query, 'checksum' => Checksum::of($algorithm, $given->text('call'), $query, $given->text('secret'))];
    }

    /** @return array<string, mixed> */
    private static function build(Fields $given): array
    {
        $request = self::request($given);

        return [
            'method' => $request->method,
            'url' => $request->url,
            'headers' => $request->headers,
            'body' => $request->body === null ? null : base64_encode($request->body),
            'redacted' => UrlRedactor::redact($request->url),
        ];
    }

    /** @return array<string, mixed> */
    private static function send(Fields $given): array
    {
        $response = (new CurlTransport())->send(self::request($given), self::PATIENCE);

        return [
            'status' => $response->status,
            'location' => $response->headers['location'] ?? '',
            'text' => $response->body,
        ];
    }

    private static function request(Fields $given): HttpRequest
    {
        $dialect = Dialect::named($given->text('dialect'))->with(array_filter($given->map('capabilities'), is_bool(...)));
        $endpoint = $given->optionalText('endpoint') ?? 'https://bbb.example.org/bigbluebutton/';
        $target = new RequestTarget($endpoint, 'secret', $dialect);
        $body = $given->has('body') ? ExpandedBody::of(SentValue::of($given->value('body'))) : null;

        return RequestBuilder::build($target, $given->text('call'), SentValue::map($given->map('params')), $body);
    }

    /**
     * @param callable(): array<string, mixed> $answer
     * @return array<string, mixed>
     */
    private static function refusalOr(callable $answer): array
    {
        try {
            return $answer();
        } catch (BbbException $error) {
            return [
                'code' => $error->error->value,
                'violations' => array_map(self::violation(...), $error->violations),
            ];
        }
    }

    /** @return array<string, mixed> what the check says, and how a room that says what was accepted is created */
    private static function settings(Fields $given): array
    {
        $capabilities = Given::capabilities($given, 'capabilities');
        $values = SentValue::map($given->map('values'));
        $check = RoomSettings::check($values, $capabilities, Given::settings($given, 'locks'));
        $room = new Room('room-1', $check['accepted'] + ['name' => 'Room']);

        return ['accepted' => (object) $check['accepted'], 'create' => RoomToCreate::plan($room, $capabilities)] + $check;
    }

    /** @return array<string, mixed> */
    private static function join(Fields $given): array
    {
        return JoinPlanner::plan(
            Given::room($given, 'room'),
            Given::participant($given->fields('participant')),
            Given::meeting($given->fields('meeting')),
            $given->integer('now'),
        );
    }

    /** @return list<string|null> */
    private static function violation(Violation $violation): array
    {
        return [$violation->path, $violation->rule, $violation->allowed];
    }
}
