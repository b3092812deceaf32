// Command treecheck looks at a log folder with code that Lianqiao did not write: golang.org/x/mod/sumdb/note verifies the
// checkpoint, golang.org/x/mod/sumdb/tlog computes roots and proofs. Built without modules against Debian's package
// golang-golang-x-mod-dev, so that nothing is fetched:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode CGO_ENABLED=0 go build treecheck.go
//	treecheck -key LOGKEY -proofs 10000 FOLDER
package main

import (
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Tiles hold the hashes of eight levels; bundles hold as many entries.
const (
	height = 8
	full   = 1 << height
)

// folder is a log on disk in the layout of C2SP tlog-tiles. What was read stays in memory, for proofs come back to it.
type folder struct {
	path  string
	tiles map[string][]byte
}

func (f *folder) Height() int { return height }

func (f *folder) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles is how x/mod asks for hashes. Its own paths name the height of tiles, those of C2SP do not.
func (f *folder) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	found := make([][]byte, 0, len(wanted))
	for _, tile := range wanted {
		place := filepath.Join("tile", strconv.Itoa(tile.L), numbered(tile.N, tile.W))
		bytes, known := f.tiles[place]
		if !known {
			var err error
			if bytes, err = os.ReadFile(filepath.Join(f.path, place)); err != nil {
				return nil, err
			}
			f.tiles[place] = bytes
		}
		if len(bytes) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", place, len(bytes))
		}
		found = append(found, bytes)
	}
	return found, nil
}

// bundle reads the entries beside a tile of the lowest level.
func (f *folder) bundle(number int64, width int) ([][]byte, error) {
	place := filepath.Join("tile", "entries", numbered(number, width))
	rest, err := os.ReadFile(filepath.Join(f.path, place))
	if err != nil {
		return nil, err
	}
	entries := make([][]byte, 0, width)
	for len(rest) >= 2 {
		end := 2 + int(binary.BigEndian.Uint16(rest))
		if end > len(rest) {
			break
		}
		entries = append(entries, rest[2:end])
		rest = rest[end:]
	}
	if len(rest) > 0 || len(entries) != width {
		return nil, fmt.Errorf("%s holds %d entries and %d bytes more, not %d", place, len(entries), len(rest), width)
	}
	return entries, nil
}

// numbered writes a tile's number in groups of three digits, with its width when it is not full.
func numbered(number int64, width int) string {
	place := fmt.Sprintf("%03d", number%1000)
	for number /= 1000; number > 0; number /= 1000 {
		place = fmt.Sprintf("x%03d/%s", number%1000, place)
	}
	if width < full {
		place += ".p/" + strconv.Itoa(width)
	}
	return place
}

// signedTree verifies the checkpoint and reads size and root from it.
func signedTree(text []byte, key string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, errors.New("the checkpoint is of another log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// peaks are the roots of the complete subtrees of a growing tree; peaks[i] covers 1<<i entries where that bit of the size is set.
type peaks struct {
	size  int64
	roots [63]tlog.Hash
}

func (p *peaks) add(leaf tlog.Hash) {
	level := 0
	for ; p.size>>uint(level)&1 == 1; level++ {
		leaf = tlog.NodeHash(p.roots[level], leaf)
	}
	p.roots[level] = leaf
	p.size++
}

func (p *peaks) root() (root tlog.Hash) {
	begun := false
	for level := range p.roots {
		if p.size>>uint(level)&1 == 0 {
			continue
		}
		if begun {
			root = tlog.NodeHash(p.roots[level], root)
		} else {
			root, begun = p.roots[level], true
		}
	}
	return root
}

// recompute hashes every entry and answers the leaves.
func recompute(log *folder, tree tlog.Tree) ([]tlog.Hash, error) {
	leaves := make([]tlog.Hash, 0, tree.N)
	var grown peaks
	for first := int64(0); first < tree.N; first += full {
		width := full
		if tree.N-first < full {
			width = int(tree.N - first)
		}
		entries, err := log.bundle(first/full, width)
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			leaf := tlog.RecordHash(entry)
			grown.add(leaf)
			leaves = append(leaves, leaf)
		}
	}
	if grown.size > 0 && grown.root() != tree.Hash {
		return nil, errors.New("the entries lead to another root")
	}
	return leaves, nil
}

func check(path, key string, proofs int, seed int64) error {
	log := &folder{path: path, tiles: map[string][]byte{}}
	text, err := os.ReadFile(filepath.Join(path, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := signedTree(text, key)
	if err != nil {
		return err
	}
	fmt.Printf("signature good, %d entries\n", tree.N)
	if tree.N == 0 {
		return nil
	}
	hashes := tlog.TileHashReader(tree, log)
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return errors.New("the tiles lead to another root")
	}
	fmt.Println("tiles good")
	leaves, err := recompute(log, tree)
	if err != nil {
		return err
	}
	fmt.Println("entries good")
	chance := rand.New(rand.NewSource(seed))
	for i := 0; i < proofs; i++ {
		index := chance.Int63n(tree.N)
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		if err != nil {
			return fmt.Errorf("entry %d: %v", index, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaves[index]); err != nil {
			return fmt.Errorf("entry %d: %v", index, err)
		}
	}
	fmt.Printf("%d proofs good, 0 failures\n", proofs)
	return nil
}

func main() {
	key := flag.String("key", "", "the log's key")
	proofs := flag.Int("proofs", 100, "random inclusion proofs to check")
	seed := flag.Int64("seed", 1, "which random ones")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Println("usage: treecheck -key LOGKEY [-proofs N] FOLDER")
		os.Exit(2)
	}
	if err := check(flag.Arg(0), *key, *proofs, *seed); err != nil {
		fmt.Println("WRONG:", err)
		os.Exit(1)
	}
}
