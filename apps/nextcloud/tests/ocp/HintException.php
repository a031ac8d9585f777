<?php

declare(strict_types=1);

namespace OCP;

class HintException extends \Exception
{
    /** @var string */
    private $hint;

    /**
     * @param string $message
     * @param string $hint
     * @param int $code
     */
    public function __construct($message, $hint = '', $code = 0, ?\Exception $previous = null)
    {
        $this->hint = $hint;
        parent::__construct($message, $code, $previous);
    }

    public function getHint(): string
    {
        return $this->hint === '' ? $this->message : $this->hint;
    }
}
