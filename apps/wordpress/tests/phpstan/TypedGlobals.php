<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\PhpStan;

use PhpParser\Comment\Doc;
use PhpParser\Node;
use PhpParser\Node\Expr\Variable;
use PhpParser\Node\Stmt\Global_;
use PhpParser\NodeVisitorAbstract;

/** Tells PHPStan what the global variables of WordPress are. */
final class TypedGlobals extends NodeVisitorAbstract
{
    private const TYPES = ['wpdb' => '\wpdb', 'wp_version' => 'string', 'wp_rewrite' => '\WP_Rewrite'];

    public function enterNode(Node $node): ?Node
    {
        if (!$node instanceof Global_ || $node->getDocComment() !== null) {
            return null;
        }
        $types = '';
        foreach ($node->vars as $variable) {
            $name = $variable instanceof Variable && is_string($variable->name) ? $variable->name : '';
            if (isset(self::TYPES[$name])) {
                $types .= ' @var ' . self::TYPES[$name] . " \${$name}";
            }
        }
        if ($types !== '') {
            $node->setDocComment(new Doc("/**{$types} */"));
        }

        return $node;
    }
}
