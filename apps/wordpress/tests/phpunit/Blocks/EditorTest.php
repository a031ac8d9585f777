<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Blocks;

use Bluebridge\WordPress\Shortcodes\OldTokens;
use Bluebridge\WordPress\Tests\RoomTestCase;
use WP_Block_Patterns_Registry;

final class EditorTest extends RoomTestCase
{
    public function testTheEditorKnowsWhetherRoomsCanOpen(): void
    {
        self::assertTrue($this->facts('author')['hasServer']);
        putenv('BLUEBRIDGE_ENDPOINT');
        try {
            self::assertFalse($this->facts('author')['hasServer']);
        } finally {
            putenv('BLUEBRIDGE_ENDPOINT=' . $this->endpoint);
        }
    }

    public function testOnlyAdministratorsAreSentToConnectAServer(): void
    {
        self::assertSame('', $this->facts('author')['connectUrl']);
        self::assertStringContainsString('page=bluebridge-server', $this->facts('admin')['connectUrl']);
    }

    public function testTheEditorKnowsRoomsThatCameFromAnotherPlugin(): void
    {
        $room = $this->roomOf('author');
        OldTokens::keep($room->id, 'abc123');
        self::assertSame(['abc123' => $room->id], $this->facts('author')['oldRooms']);
    }

    public function testNothingSecretIsInTheEditor(): void
    {
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), (string) wp_json_encode($this->facts('admin')));
    }

    public function testPatternsAreMadeOfBlocksThatAreThere(): void
    {
        foreach (['lesson', 'office-hours'] as $name) {
            $pattern = WP_Block_Patterns_Registry::get_instance()->get_registered("bluebridge/{$name}");
            self::assertIsArray($pattern);
            $content = $pattern['content'] ?? '';
            self::assertIsString($content);
            self::assertMatchesRegularExpression('~wp:bluebridge/(room|join) ~', $content);
            self::assertSame($content, serialize_blocks(parse_blocks($content)), 'as the editor would write it');
            $html = do_blocks($content);
            self::assertStringNotContainsString('wp:', $html);
        }
    }

    private string $endpoint = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
    }

    /** @return array{hasServer: bool, connectUrl: string, roomUrl: string, oldRooms: array<string, int>} */
    private function facts(string $login): array
    {
        $this->actAs($login);
        $script = wp_scripts()->registered['bluebridge-room-editor-script'];
        unset($script->extra['before']);
        do_action('enqueue_block_editor_assets');
        $inline = implode('', array_filter((array) ($script->extra['before'] ?? []), is_string(...)));
        self::assertMatchesRegularExpression('~^window\.bluebridgeEditor = \{.*\};$~D', $inline);

        /** @var array{hasServer: bool, connectUrl: string, roomUrl: string, oldRooms: array<string, int>} */
        return (array) json_decode(substr($inline, strlen('window.bluebridgeEditor = '), -1), true);
    }
}
