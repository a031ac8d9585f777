<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Middleware;

use Exception;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Words\ErrorWords;
use OCA\Bluebridge\Words\ProblemWords;
use OCA\Bluebridge\Words\SettingWords;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Turns what was not done into an answer: a code for programs, and words for people. */
final class ErrorMiddleware extends Middleware
{
    public function __construct(
        private readonly IRequest $request,
        private readonly ProblemWords $problemWords,
        private readonly ErrorWords $errorWords,
        private readonly SettingWords $settingWords,
    ) {
    }

    public function afterException(Controller $controller, string $methodName, Exception $exception): Response
    {
        $data = match (true) {
            $exception instanceof Problem => $this->ofProblem($exception),
            $exception instanceof BbbException => [
                'code' => $exception->error->value,
                'message' => $this->errorWords->of($exception->error),
            ],
            default => throw $exception,
        };
        $status = $exception instanceof Problem ? $exception->status : ErrorWords::status($exception->error);
        $headers = $exception instanceof Problem && $exception->retryAfter > 0 ? ['Retry-After' => (string) $exception->retryAfter] : [];
        if ($controller instanceof OCSController) {
            $format = $this->request->getFormat() ?? 'xml';

            return $controller->buildResponse(new DataResponse($data, $status, $headers), $format === 'json' ? 'json' : 'xml');
        }
        if (str_contains($this->request->getHeader('Accept'), 'text/html')) {
            $page = new TemplateResponse('bluebridge', 'error', ['text' => $data['message']], TemplateResponse::RENDER_AS_GUEST);
            $page->setStatus($status);

            return $page;
        }

        return new JSONResponse($data, $status, $headers);
    }

    /** @return array{code: string, message: string, violations?: list<array<string, string>>} */
    private function ofProblem(Problem $problem): array
    {
        $violations = array_map($this->settingWords->withViolation(...), $problem->violations);

        return ['code' => $problem->problem, 'message' => $this->problemWords->of($problem)]
            + ($violations === [] ? [] : ['violations' => $violations]);
    }
}
