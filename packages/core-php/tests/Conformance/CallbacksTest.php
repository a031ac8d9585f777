<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Callbacks\Analytics;
use Bluebridge\Core\Callbacks\MeetingEnded;
use Bluebridge\Core\Callbacks\RecordingReady;
use Bluebridge\Core\Callbacks\Webhook;
use Bluebridge\Core\Callbacks\WebhookProof;
use Bluebridge\Core\Callbacks\WebhookRequest;
use Bluebridge\Core\Callbacks\WebhookScheme;
use Bluebridge\Core\Errors\BbbException;
use UnexpectedValueException;

final class CallbacksTest extends VectorTestCase
{
    public static function kind(): string
    {
        return 'callbacks';
    }

    protected function verify(Vector $vector): void
    {
        $callback = $vector->given->text('callback');
        $settings = $vector->given->fields('settings');
        $expected = $vector->expect;
        try {
            $result = self::received($vector->given, $callback);
        } catch (BbbException $error) {
            self::assertSame('refused', $expected->text('outcome'), $error->getMessage());
            self::assertSame($expected->text('code'), $error->error->value);
            self::assertSame($callback === 'end_callback_url' ? 'meeting_ended' : $callback, $error->call);
            $request = $vector->given->fields('request');
            $checksum = explode('checksum=', $request->optionalText('url') ?? '')[1] ?? '';
            foreach ([$checksum, $request->optionalText('authorization') ?? ''] as $sent) {
                self::assertTrue($sent === '' || !str_contains($error->getMessage(), $sent), 'A message tells no proof.');
            }

            return;
        }
        $json = json_encode($result, JSON_THROW_ON_ERROR);
        $plain = json_decode($json, true, 512, JSON_THROW_ON_ERROR);
        if (is_array($plain)) {
            self::assertSame(PlainData::of($expected->map('result')), PlainData::of($plain));
        } else {
            self::assertSame($expected->text('url'), $plain);
        }
        self::assertStringNotContainsString($settings->optionalText('secret') ?? $settings->text('key'), $json);
    }

    private static function received(Fields $given, string $callback): mixed
    {
        $request = $given->fields('request');
        $settings = $given->fields('settings');
        $body = self::bodyOf($request);
        $now = $settings->has('now') ? $settings->integer('now') : 0;

        return match ($callback) {
            'webhook' => self::webhook($request, $settings, $body),
            'recording_ready' => RecordingReady::verify(
                $body,
                $settings->text('secret'),
                $settings->has('allowHs512') && $settings->boolean('allowHs512'),
            ),
            'analytics' => Analytics::verify($request->optionalText('authorization'), $body, $settings->text('secret'), $now),
            'meeting_ended' => MeetingEnded::verify($request->text('url'), $settings->text('key'), $now),
            'end_callback_url' => self::endCallbackUrl($given, $settings),
            default => throw new UnexpectedValueException("There is no callback {$callback}."),
        };
    }

    private static function webhook(Fields $request, Fields $settings, string $body): Webhook
    {
        $proof = [$settings->text('registeredUrl'), $settings->text('secret')];
        if ($settings->has('schemes')) {
            $proof[] = array_map(
                static fn (mixed $name): WebhookScheme => WebhookScheme::from(is_string($name) ? $name : ''),
                $settings->list('schemes'),
            );
        }
        $maxAge = $settings->fields('maxAge');
        $meetingIDs = $settings->value('meetingIDs');

        return Webhook::verify(
            new WebhookRequest($request->optionalText('url') ?? '', $body, $request->optionalText('authorization')),
            new WebhookProof(...$proof),
            is_array($meetingIDs) ? array_values(array_filter($meetingIDs, is_string(...))) : null,
            static fn (string $key): bool => in_array($key, $settings->list('seen'), true),
            $maxAge->has('ms') ? $maxAge->integer('now') - $maxAge->integer('ms') : null,
        );
    }

    private static function endCallbackUrl(Fields $given, Fields $settings): string
    {
        $claims = $given->fields('claims');

        return MeetingEnded::callbackUrl(
            $given->text('base'),
            $claims->text('meetingID'),
            $claims->text('roomRef'),
            $claims->integer('expiresAt'),
            $settings->text('key'),
        );
    }

    private static function bodyOf(Fields $request): string
    {
        $repeated = $request->fields('bodyRepeat');

        return match (true) {
            $request->has('bodyBase64') => (string) base64_decode($request->text('bodyBase64'), true),
            $request->has('bodyRepeat') => $repeated->text('text')
                . str_repeat($repeated->text('repeat'), $repeated->integer('times')),
            default => $request->optionalText('body') ?? '',
        };
    }
}
