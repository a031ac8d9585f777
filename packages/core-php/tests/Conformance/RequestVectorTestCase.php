<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Errors\Violation;
use Bluebridge\Core\Request\HttpRequest;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Signing\HashAlgorithm;

/** The runner of vectors that build a request, or that tell why none is built. */
abstract class RequestVectorTestCase extends VectorTestCase
{
    final protected function verifyRefusal(Vector $vector): void
    {
        $error = $this->refusal($vector);
        self::assertSame($vector->expect->text('code'), $error->error->value);
        $expected = array_map(
            static fn (Fields $each): array => [$each->text('path'), $each->text('rule'), $each->optionalText('allowed')],
            $vector->expect->objects('violations'),
        );
        self::assertSame($expected, array_map(
            static fn (Violation $each): array => [$each->path, $each->rule, $each->allowed],
            $error->violations,
        ));
        self::assertStringNotContainsString($vector->given->text('secret'), $error->getMessage());
    }

    final protected function build(Vector $vector): HttpRequest
    {
        $given = $vector->given;
        $target = self::target($given);
        $call = $given->text('call');
        $params = $given->map('params') + IllFormedTexts::of($given);
        $body = ExpandedBody::of($given->value('body'));

        return $given->has('answerIsRead')
            ? RequestBuilder::toSend($target, $call, $params, $body)
            : RequestBuilder::build($target, $call, $params, $body);
    }

    private function refusal(Vector $vector): BbbException
    {
        try {
            $this->build($vector);
        } catch (BbbException $error) {
            return $error;
        }
        self::fail('A request was built.');
    }

    private static function target(Fields $given): RequestTarget
    {
        $capabilities = array_filter($given->map('capabilities'), is_bool(...));
        $names = array_filter($given->map('extensionNames'), is_string(...));

        $server = Server::from($given->text('endpoint'), $given->text('secret'), $given->text('dialect'));

        return new RequestTarget(
            $server->endpoint,
            $server->secret,
            $server->dialect->with($capabilities),
            HashAlgorithm::tryFrom($given->optionalText('hashAlgorithm') ?? ''),
            HashAlgorithm::tryFrom($given->optionalText('hooksHashAlgorithm') ?? ''),
            $names,
        );
    }
}
