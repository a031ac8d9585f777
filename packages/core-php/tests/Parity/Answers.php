<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Parity;

use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\Violation;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Request\UrlRedactor;
use Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;
use Bluebridge\Core\Tests\Conformance\ExpandedBody;
use Bluebridge\Core\Tests\Conformance\Fields;
use Bluebridge\Core\Tests\Rooms\Given;
use Bluebridge\Core\Tests\Rooms\SeatAnswers;
use UnexpectedValueException;

/** What the core in PHP says to a question. */
final class Answers
{
    /** @return array<string, mixed> */
    public static function to(string $line): array
    {
        $question = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        $given = new Fields(is_array($question) ? $question : []);

        return match ($given->text('ask')) {
            'sign' => self::sign($given),
            'build' => self::build($given),
            'seats' => ['answer' => SeatAnswers::to($given)],
            'settings' => self::settings($given),
            default => throw new UnexpectedValueException('Nobody knows this question.'),
        };
    }

    /** @return array<string, mixed> */
    private static function sign(Fields $given): array
    {
        $pairs = [];
        foreach ($given->map('params') as $name => $value) {
            $pairs[] = [$name, is_string($value) ? $value : ''];
        }
        $query = CanonicalQuery::build($pairs);
        $algorithm = HashAlgorithm::from($given->text('algorithm'));

        return ['query' => $query, 'checksum' => Checksum::of($algorithm, $given->text('call'), $query, $given->text('secret'))];
    }

    /** @return array<string, mixed> */
    private static function build(Fields $given): array
    {
        $dialect = Dialect::named($given->text('dialect'))->with(array_filter($given->map('capabilities'), is_bool(...)));
        $endpoint = $given->optionalText('endpoint') ?? 'https://bbb.example.org/bigbluebutton/';
        $target = new RequestTarget($endpoint, 'secret', $dialect);
        $body = $given->has('body') ? ExpandedBody::of(SentValue::of($given->value('body'))) : null;
        try {
            $request = RequestBuilder::build($target, $given->text('call'), SentValue::map($given->map('params')), $body);
        } catch (BbbException $error) {
            return [
                'code' => $error->error->value,
                'violations' => array_map(self::violation(...), $error->violations),
            ];
        }

        return [
            'method' => $request->method,
            'url' => $request->url,
            'headers' => $request->headers,
            'body' => $request->body === null ? null : base64_encode($request->body),
            'redacted' => UrlRedactor::redact($request->url),
        ];
    }

    /** @return array<string, mixed> what the check says; values are none that it refused */
    private static function settings(Fields $given): array
    {
        $values = SentValue::map($given->map('values'));
        $check = RoomSettings::check($values, Given::capabilities($given, 'capabilities'), Given::settings($given, 'locks'));

        return ['accepted' => (object) $check['accepted']] + $check;
    }

    /** @return list<string|null> */
    private static function violation(Violation $violation): array
    {
        return [$violation->path, $violation->rule, $violation->allowed];
    }
}
