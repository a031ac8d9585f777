<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Web;

use LogicException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use Opis\JsonSchema\Errors\ErrorFormatter;
use Opis\JsonSchema\Schema;
use Opis\JsonSchema\Validator;
use stdClass;

/** What `openapi.json` says of answers; an answer that is not as described ends the test. */
final class Description
{
    /** @var array<string, Schema> by route and status */
    private array $known = [];

    private readonly Validator $validator;

    private readonly stdClass $file;

    private function __construct()
    {
        $this->validator = new Validator();
        $file = json_decode((string) file_get_contents(dirname(__DIR__, 3) . '/openapi.json'), flags: JSON_THROW_ON_ERROR);
        assert($file instanceof stdClass);
        $this->close($file);
        $this->file = $file;
    }

    /** One serves all tests, as reading it takes long. */
    public static function shared(): self
    {
        static $shared = null;

        return $shared ??= new self();
    }

    public function check(FoundRoute $route, Response $response): void
    {
        $status = $response->getStatus();
        if ($status === Http::STATUS_NOT_MODIFIED) {
            return;
        }
        if (!$response instanceof DataResponse) {
            throw new LogicException("{$route->verb} {$route->path} answers with something else than data.");
        }
        // As it is sent: only there a list and an object without anything in it differ.
        $data = json_decode(json_encode($response->getData(), JSON_THROW_ON_ERROR), flags: JSON_THROW_ON_ERROR);
        $result = $this->validator->validate($data, $this->schemaOf($route, $status));
        $error = $result->error();
        if ($error !== null) {
            $breaches = json_encode((new ErrorFormatter())->format($error), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES);
            throw new LogicException("{$route->verb} {$route->path} answers {$status} otherwise than described: {$breaches}");
        }
    }

    private function schemaOf(FoundRoute $route, int $status): Schema
    {
        return $this->known["{$route->verb} {$route->path} {$status}"] ??= $this->load($route, $status);
    }

    private function load(FoundRoute $route, int $status): Schema
    {
        $responses = $this->file->paths->{$route->path}->{strtolower($route->verb)}->responses ?? new stdClass();
        // What is refused is the same everywhere, unless an operation says more of it.
        $response = $responses->{(string) $status} ?? ($status >= 400 ? $responses->default ?? null : null);
        if (isset($response->{'$ref'})) {
            $response = $this->file->components->responses->{basename($response->{'$ref'})};
        }
        $data = $response?->content?->{'application/json'}->schema->properties->ocs->properties->data ?? null;
        if (!$data instanceof stdClass) {
            throw new LogicException("{$route->verb} {$route->path}: an answer of {$status} is not described.");
        }
        $schema = clone $data;
        $schema->components = $this->file->components;

        return $this->validator->loader()->loadObjectSchema($schema);
    }

    /** What is not described must not be in an answer either. */
    private function close(mixed $node): void
    {
        if ($node instanceof stdClass && isset($node->type, $node->properties) && $node->type === 'object') {
            $node->additionalProperties ??= false;
        }
        foreach (is_object($node) || is_array($node) ? (array) $node : [] as $child) {
            $this->close($child);
        }
    }
}
