<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Directory;

use PhpToken;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The oldest PHP that the header names ends at once where it reads what only a newer one knows. */
final class OldestPhpTest extends TestCase
{
    /** What came with PHP 8.2 and 8.3, in texts whose tokens are a blank apart. */
    private const NEWER = [
        'a type of its own' => '/\b(?:function|fn) (?:& )?\w* ?(\((?:[^()]|(?1))*\))(?: use \([^()]*\))? : (?:null|true|false) [{;=]'
            . '|[(,] (?:null|true|false) \$\w|\b(?:public|protected|private|readonly) (?:null|true|false) \$/i',
        'readonly class' => '/\breadonly (?:final |abstract )*class\b|\b(?:final|abstract) readonly class\b/i',
        'typed constant' => '/\bconst \??[\w\\\\|]+ \w+ =/',
        'types in brackets' => '/[:(,|] \( [\w\\\\]+ & [\w\\\\& ]+ \) \|/',
    ];

    public function testNoFileNeedsANewerPhp(): void
    {
        $found = [];
        foreach (Shipped::files('.php') as $file) {
            $found = [...$found, ...array_map(static fn (string $name): string => "{$file}: {$name}", self::newerIn(Shipped::text($file)))];
        }
        self::assertSame([], $found);
    }

    #[DataProvider('newer')]
    public function testWhatIsNewerIsFound(string $name, string $code): void
    {
        self::assertSame([$name], self::newerIn("<?php\n{$code}"));
    }

    /** @return iterable<string, array{string, string}> */
    public static function newer(): iterable
    {
        yield 'returned' => ['a type of its own', 'function none(int $one): null { return null; }'];
        yield 'declared' => ['a type of its own', 'interface None { public function none(): false; }'];
        yield 'given' => ['a type of its own', 'function none(int $one, true $is) {}'];
        yield 'class' => ['readonly class', 'final readonly class Point {}'];
        yield 'constant' => ['typed constant', 'class Point { private const int X = 1; }'];
        yield 'brackets' => ['types in brackets', 'function some((One&Other)|null $both) {}'];
    }

    public function testWhatTheOldestKnowsIsLeftAlone(): void
    {
        $code = 'class A { const B = 1; public function __construct(private readonly ?int $c = null) {}'
            . ' function d(): int|false { return f(null, $g, false); }'
            . ' function e(): ?string { return $this->c === null ? null : match (true) { default => null }; } }';
        self::assertSame([], self::newerIn("<?php\n{$code}"));
    }

    /** @return list<string> */
    private static function newerIn(string $code): array
    {
        $tokens = array_filter(PhpToken::tokenize($code), static fn (PhpToken $token): bool => !$token->isIgnorable() && !$token->is([
            T_CONSTANT_ENCAPSED_STRING,
            T_ENCAPSED_AND_WHITESPACE,
            T_INLINE_HTML,
        ]));
        $text = implode(' ', array_map(static fn (PhpToken $token): string => $token->text, $tokens));

        return array_keys(array_filter(self::NEWER, static fn (string $pattern): bool => preg_match($pattern, $text) === 1));
    }
}
