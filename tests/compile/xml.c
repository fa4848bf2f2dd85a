/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/xml.h"

#include "base/arena.h"
#include "suite.h"

#define IN(text) "<p xmlns=\"urn:textkiosk:1\">" text "</p>"

static struct arena *arena;
static struct faults faults;

static struct xml_node *parse(struct str text)
{
	arena = arena_new();
	faults = (struct faults){ .arena = arena, .report = report_new(arena) };
	return xml_parse(&faults, arena, STR("f"), text);
}

/* Refused, with exactly this. */
static void ck_refused(struct str text, const char *wanted)
{
	struct buf out = { 0 };

	ck_assert_ptr_null(parse(text));
	report_write(faults.report, &out);
	ck_str(buf_str(&out), wanted);
	buf_free(&out);
	arena_drop(arena);
}

START_TEST(a_tree_keeps_order_lines_and_words)
{
	struct xml_node *root = parse(STR("<?xml version='1.0'?>\n" IN(
		"a <em b='1' xml:lang='en'>b &lt;&#xE5;</em>\n<br/>")));
	struct xml_node *em;

	ck_assert_ptr_nonnull(root);
	ck_str(root->name, "p");
	ck_assert_uint_eq(root->line, 2);
	ck_str(root->first->text, "a ");
	em = root->first->next;
	ck_str(em->name, "em");
	ck_str(em->attributes->name, "b");
	ck_str(em->attributes->next->name, "xml:lang");
	ck_str(xml_attribute(em, STR("xml:lang")), "en");
	ck_assert_ptr_null(xml_attribute(em, STR("c")).at);
	ck_str(em->first->text, "b <å");
	ck_str(em->next->next->name, "br");
	ck_assert_uint_eq(em->next->next->line, 3);
	ck_assert_ptr_null(em->next->next->next);
	arena_drop(arena);
}
END_TEST

START_TEST(an_empty_attribute_is_there)
{
	struct xml_node *root = parse(STR("<p a='' b='&amp;&#65;'/>"));

	ck_assert_ptr_nonnull(xml_attribute(root, STR("a")).at);
	ck_assert_uint_eq(xml_attribute(root, STR("a")).bytes, 0);
	ck_str(xml_attribute(root, STR("b")), "&A");
	ck_str(root->name, "{}p");
	arena_drop(arena);
}
END_TEST

START_TEST(a_comment_is_known_to_the_element_behind_it)
{
	struct xml_node *root = parse(STR(
		"<p><!--a-->\n <q/><r/><!--b-->x<s/><!--c--><!--d--><t/></p>"));
	struct xml_node *q = root->first->next->next;

	ck_str(q->name, "{}q");
	ck_str(q->comment, "a");
	ck_assert_ptr_null(q->next->comment.at);
	ck_str(q->next->next->next->next->name, "{}s");
	ck_assert_ptr_null(q->next->next->next->next->comment.at);
	arena_drop(arena);
}
END_TEST

START_TEST(lines_are_true_past_65535)
{
	struct buf text = { 0 };
	struct xml_node *root, *child;

	buf_add(&text, STR("<p>"));
	for (unsigned i = 0; i < 70000; i++)
		buf_byte(&text, '\n');
	buf_add(&text, STR("<a/><b c='\n'/><d><e/></d></p>"));
	root = parse(buf_str(&text));
	child = root->first->next;
	ck_assert_uint_eq(child->line, 70001);
	ck_assert_uint_eq(child->next->line, 70001);
	ck_assert_uint_eq(child->next->next->first->line, 70002);
	buf_free(&text);
	arena_drop(arena);
}
END_TEST

START_TEST(text_is_one_piece_and_knows_where_its_words_begin)
{
	struct xml_node *root = parse(STR(
		"<p>\r\n\n a &amp; b<![CDATA[<c>]]>&#65;<?x?>\nd<!-- --></p>"));

	ck_str(root->first->text, "\n\n a & b<c>A\nd");
	ck_assert_uint_eq(root->first->line, 3);
	ck_assert_int_eq(root->first->next->kind, XML_COMMENT);
	arena_drop(arena);
}
END_TEST

START_TEST(characters_that_may_not_be_there_are_refused)
{
	ck_refused(STR(""), "f: error: The file holds nothing.\n");
	ck_refused(STR("\xEF\xBB\xBF"), "f: error: The file holds nothing.\n");
	ck_refused(STR("<p>\n\x1B</p>"), "f:2: error: The character U+001B is "
					 "not allowed; take it out.\n");
	ck_refused(STR("<p>\n&#x202E;</p>"), "f:2: error: The character "
					     "U+202E is not allowed; take it "
					     "out.\n");
	ck_refused(STR("<p><q a='&#x2066;'/></p>"),
		   "f:1: error: The character U+2066 is not allowed; take it "
		   "out.\n");
}
END_TEST

START_TEST(another_encoding_is_refused_however_it_is_written)
{
	static const char wanted[] = "f:1: error: Another encoding than UTF-8 "
				     "is declared; write UTF-8.\n";

	ck_refused(STR("<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-"),
		   wanted);
	ck_refused(STR("<?xml version=\"1.0\" encoding = \"latin1\" ?><p/>"),
		   wanted);
	ck_refused(STR("<?xml version='1.0'\nencoding=\n'EBCDIC'?><p/>"),
		   wanted);
	ck_refused(STR("<?xml version='1.0' encoding='UTF-16'?><p/>"), wanted);
	ck_assert_ptr_nonnull(
		parse(STR("<?xml version='1.0' encoding='Utf-8'?><p/>")));
	arena_drop(arena);
	ck_assert_ptr_nonnull(parse(STR("\xEF\xBB\xBF<?xml version='1.0' "
					"encoding=\"utf-8\"?>\r\n<p/>\r\n")));
	arena_drop(arena);
}
END_TEST

START_TEST(no_doctype_passes)
{
	static const char one[] =
		"f:1: error: A DOCTYPE is not allowed; take it out.\n";

	ck_refused(STR("<!DOCTYPE p><p/>"), one);
	ck_refused(STR("<!DOCTYPE p SYSTEM 'file:///etc/passwd'><p/>"), one);
	ck_refused(STR("<!DOCTYPE p PUBLIC 'a' 'b' [<!ELEMENT p ANY>]><p/>"),
		   one);
	ck_refused(STR("<?xml version='1.0'?><!-- --><!DOCTYPE p [<!ENTITY a "
		       "'b'><!ENTITY % c SYSTEM 'd'>%c;]><p>&a;</p>"),
		   one);
	/* Where it begins, not where the parser has come to. */
	ck_refused(STR("<!DOCTYPE\np\n[\n<!ENTITY a 'b'>]><p/>"), one);
}
END_TEST

START_TEST(the_first_fault_is_told_and_only_that)
{
	ck_refused(STR("<p>\n<q a=b/>\n</r>\n<s>\n"),
		   "f:2: error: The XML is not well-formed here or just "
		   "before: look for a missing or misspelt tag, quote or "
		   "&amp;.\n");
	ck_refused(STR("<p>\n<q>\n</r>\n</p>"),
		   "f:3: error: The tag <q> is closed by </r>.\n");
	ck_refused(STR("PK\3\4"), "f:1: error: The character U+0003 is not "
				  "allowed; take it out.\n");
	ck_refused(STR("<!-- x -->\n"),
		   "f:2: error: The file holds nothing.\n");
	ck_refused(STR("hej"),
		   "f:1: error: The XML is not well-formed here or just "
		   "before: look for a missing or misspelt tag, quote or "
		   "&amp;.\n");
}
END_TEST

/* What is open is often found to be so only at the end of a file. */
START_TEST(a_tag_left_open_is_told_where_it_begins)
{
	static const char one[] = "f:2: error: The tag <q> is not closed.\n";

	ck_refused(STR("<p>\n<q>\n\n\n</p>"), one);
	ck_refused(STR("<p>\n<q\n\n\na='b'>\n</p>"), one);
	ck_refused(STR("<p>\n<q>\n<r/>\n<s>\n</s>\n"), one);
	ck_refused(STR("<p>\n<q>\n\n\n"), one);
	ck_refused(STR(IN("\n<q>\n\n\n")), one);
	/* Here the closing tag is the wrong one. */
	ck_refused(STR("<p>\n<q>\n\n\n</Q></p>"),
		   "f:5: error: The tag <q> is closed by </Q>.\n");
	ck_refused(STR("<p>\n<q>\n\n\n</q></q></p>"),
		   "f:5: error: The tag <p> is closed by </q>.\n");
}
END_TEST

START_TEST(an_element_of_many_lines_stands_where_its_tag_begins)
{
	struct xml_node *root =
		parse(STR("<!-- -->\n<p\n\na='>'\n>\n<q\n\na='b'\n\n/></p>"));

	ck_assert_uint_eq(root->line, 2);
	ck_assert_uint_eq(root->first->next->line, 6);
	arena_drop(arena);
}
END_TEST

START_TEST(an_attribute_knows_its_line)
{
	struct xml_node *root =
		parse(STR("<p\na='>'\n\n\nb='c' d=\n'e' f='&amp;\n'\n\ng='h'>"
			  "\n</p>"));

	ck_assert_uint_eq(xml_line(root, STR("a")), 2);
	ck_assert_uint_eq(xml_line(root, STR("b")), 5);
	ck_assert_uint_eq(xml_line(root, STR("c")), 5);
	ck_assert_uint_eq(xml_line(root, STR("e")), 6);
	ck_assert_uint_eq(xml_line(root, STR("f")), 6);
	ck_assert_uint_eq(xml_line(root, STR("h")), 9);
	ck_assert_uint_eq(xml_line(root, STR("i")), 1);
	ck_assert_uint_eq(xml_line(root, STR("")), 1);
	arena_drop(arena);
}
END_TEST

/* A tree `depth` deep, in one line. */
static struct str nested(struct buf *text, unsigned depth)
{
	for (unsigned i = 0; i < depth; i++)
		buf_add(text, STR("<p>"));
	for (unsigned i = 0; i < depth; i++)
		buf_add(text, STR("</p>"));
	return buf_str(text);
}

START_TEST(depth_has_an_end)
{
	struct buf text = { 0 };

	ck_assert_ptr_nonnull(parse(nested(&text, XML_DEPTH)));
	arena_drop(arena);
	buf_clear(&text);
	ck_refused(nested(&text, XML_DEPTH + 1),
		   "f:1: error: Elements are nested more than 32 deep.\n");
	buf_clear(&text);
	ck_refused(nested(&text, 20000),
		   "f:1: error: Elements are nested more than 32 deep.\n");
	buf_free(&text);
}
END_TEST

static bool fragment(const char *text)
{
	struct arena *own = arena_new();
	bool good = xml_parse_fragment(own, str_of(text)) != NULL;

	arena_drop(own);
	return good;
}

START_TEST(a_fragment_is_a_document_in_little)
{
	ck_assert(fragment(""));
	ck_assert(fragment("a <em>b</em> &lt; &amp; &#228;"));
	ck_assert(!fragment("a <em>b"));
	ck_assert(!fragment("a</p><p>b"));
	ck_assert(!fragment("a & b"));
	ck_assert(!fragment("&nbsp;"));
	ck_assert(!fragment("<!DOCTYPE p>"));
	ck_assert(!fragment("&#x202E;"));
	ck_assert(!fragment("<q a='&#x1B;'/>"));
	ck_assert(!fragment("\xFF"));
	ck_assert(!fragment("a \x1B"));
	ck_assert(!fragment("]]>"));
}
END_TEST

/* Where the one needs the parser and the other does not. */
START_TEST(words_are_the_same_with_markup_and_without)
{
	struct xml_node *words, *more;

	arena = arena_new();
	words = xml_parse_fragment(arena, STR(" 8–17 på\n måndag "));
	more = xml_parse_fragment(arena, STR(" 8–17 på\n måndag <br/>"));
	ck_assert_int_eq(words->kind, more->kind);
	ck_str(words->name, "p");
	ck_assert_uint_eq(words->line, more->line);
	ck_assert_int_eq(words->first->kind, more->first->kind);
	ck_str(words->first->text, " 8–17 på\n måndag ");
	ck_str(more->first->text, " 8–17 på\n måndag ");
	ck_assert_uint_eq(words->first->line, more->first->line);
	ck_assert_ptr_null(words->first->next);
	arena_drop(arena);
}
END_TEST

SUITE("compile/xml", a_tree_keeps_order_lines_and_words,
      an_empty_attribute_is_there, a_comment_is_known_to_the_element_behind_it,
      lines_are_true_past_65535, a_tag_left_open_is_told_where_it_begins,
      an_element_of_many_lines_stands_where_its_tag_begins,
      an_attribute_knows_its_line,
      text_is_one_piece_and_knows_where_its_words_begin,
      characters_that_may_not_be_there_are_refused,
      another_encoding_is_refused_however_it_is_written, no_doctype_passes,
      the_first_fault_is_told_and_only_that, depth_has_an_end,
      a_fragment_is_a_document_in_little,
      words_are_the_same_with_markup_and_without)
