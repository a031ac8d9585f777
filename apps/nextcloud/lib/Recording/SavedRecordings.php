<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Exception\Problem;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use Throwable;

/**
 * Puts a recording into somebody's files: the film or sound itself where the server hands it out, else a
 * small file that leads to it. What takes long is left to a job, so that nobody holds up the web server.
 *
 * @phpstan-type Saved array{path: string, isLink: bool, isLater: bool}
 */
class SavedRecordings
{
    public function __construct(
        private readonly IRootFolder $root,
        private readonly RecordingFiles $recordings,
    ) {
    }

    /**
     * Saves one format.
     *
     * @param string $folder in the files of who asks
     * @param string $name of the recording
     * @param string $url where the server has it; of servers we ask anyway
     * @param string $page where it is watched, for a file that leads there
     * @param bool $isWaitedFor whether somebody waits for the answer; what takes long is then not saved
     * @return Saved
     * @throws Problem `no_such_folder` or `not_saved`
     */
    public function save(string $userId, string $folder, string $name, string $url, string $page, bool $isWaitedFor = true): array
    {
        $target = $this->folderOf($userId, $folder);
        $response = $this->recordings->fetch($url, $isWaitedFor);
        $ending = $response === null ? null : $this->recordings->endingOf($response);
        try {
            if ($response === null || $ending === null) {
                $path = $this->write($target, $folder, $name, 'url', "[InternetShortcut]\r\nURL={$page}\r\n");

                return ['path' => $path, 'isLink' => true, 'isLater' => false];
            }
            $content = $isWaitedFor ? $this->recordings->soon($response) : $response->getBody();
            $isLater = $content === null;
            $path = $isLater ? '/' . trim($folder, '/') : $this->write($target, $folder, $name, $ending, $content);

            return ['path' => $path, 'isLink' => false, 'isLater' => $isLater];
        } catch (Throwable) {
            // The files may be full, locked or of another server that is away.
            throw Problem::conflict('not_saved');
        }
    }

    /** @throws Problem `no_such_folder` */
    private function folderOf(string $userId, string $path): Folder
    {
        try {
            $folder = $this->root->getUserFolder($userId)->get($path === '' ? '/' : $path);
        } catch (NotFoundException | NotPermittedException) {
            throw Problem::invalid('no_such_folder');
        }

        return $folder instanceof Folder && $folder->isCreatable() ? $folder : throw Problem::invalid('no_such_folder');
    }

    /**
     * @param string|resource|null $content
     * @return string the path of the file
     */
    private function write(Folder $target, string $folder, string $name, string $ending, mixed $content): string
    {
        $clean = trim((string) preg_replace('~[\p{Cc}\\\\/:*?"<>|#]+~u', ' ', $name), ' .');
        $file = $target->getNonExistingName(mb_substr($clean === '' ? 'recording' : $clean, 0, 120) . ".{$ending}");
        $target->newFile($file, $content);

        return rtrim('/' . trim($folder, '/'), '/') . "/{$file}";
    }
}
