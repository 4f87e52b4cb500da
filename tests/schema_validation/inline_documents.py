"""An inline document that has every element of XHTML 1.1 and of inline XBRL 1.1, and most of their attributes."""

PAGE = b"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
  xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance"
  xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:link="http://www.xbrl.org/2003/linkbase"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="http://example.com/taxonomy"
  xml:lang="en" version="-//XBRL International//DTD XHTML Inline XBRL 1.1//EN">
<head profile="http://example.com/profile" dir="ltr">
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/><title dir="ltr">Report</title>
  <base href="http://example.com/"/><link rel="stylesheet" type="text/css" href="a.css" media="print"/>
  <style type="text/css" title="own" media="all">p { margin: 0 }</style><script type="text/javascript" defer="defer" src="a.js"></script>
  <object data="a.svg" type="image/svg+xml"><param name="a" value="1" valuetype="data" id="param"/></object>
</head>
<body class="wide page" onload="start()">
<div style="display:none"><ix:header>
  <ix:hidden>
    <ix:nonNumeric contextRef="c1" name="t:Name" id="n1" xml:lang="en">A</ix:nonNumeric>
    <ix:nonFraction contextRef="c1" name="t:Cash" unitRef="u1" xsi:nil="true"/>
    <ix:fraction contextRef="c1" name="t:Ratio" unitRef="u1"><ix:numerator format="ixt:num-dot-decimal" sign="-">1</ix:numerator>
      <ix:denominator scale="3">3</ix:denominator></ix:fraction>
    <ix:tuple name="t:Person" tupleID="t1" order="1"/>
    <ix:footnote id="fn2" title="Note" footnoteRole="http://www.xbrl.org/2003/role/footnote" xml:lang="en">Hidden</ix:footnote>
  </ix:hidden>
  <ix:references target="other" id="r1" xml:base="http://example.com/">
    <link:schemaRef xlink:type="simple" xlink:href="t.xsd"/>
    <link:linkbaseRef xlink:type="simple" xlink:href="l.xml" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>
  </ix:references>
  <ix:references><link:schemaRef xlink:type="simple" xlink:href="t.xsd"/></ix:references>
  <ix:resources>
    <link:roleRef roleURI="http://example.com/role" xlink:type="simple" xlink:href="t.xsd#r"/>
    <link:arcroleRef arcroleURI="http://example.com/arcrole" xlink:type="simple" xlink:href="t.xsd#a"/>
    <xbrli:context id="c1">
      <xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier>
        <xbrli:segment><xbrldi:explicitMember dimension="t:Axis">t:Member</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
      <xbrli:period><xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2023-09-30</xbrli:endDate></xbrli:period>
      <xbrli:scenario><t:free/></xbrli:scenario>
    </xbrli:context>
    <xbrli:context id="c2"><xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier></xbrli:entity>
      <xbrli:period><xbrli:instant>2023-09-30</xbrli:instant></xbrli:period></xbrli:context>
    <xbrli:context id="c3"><xbrli:entity><xbrli:identifier scheme="http://example.com">1</xbrli:identifier></xbrli:entity>
      <xbrli:period><xbrli:forever/></xbrli:period></xbrli:context>
    <xbrli:unit id="u1"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
    <xbrli:unit id="u2"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unitNumerator>
      <xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>
    <ix:relationship fromRefs="n1 n2" toRefs="fn1" order="1.5" arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote"
      linkRole="http://www.xbrl.org/2003/role/link"/>
  </ix:resources>
</ix:header></div>
<h1 id="h1">One</h1><h2 title="two">Two</h2><h3 xml:lang="de">Three</h3><h4 dir="rtl">Four</h4><h5>Five</h5><h6>Six</h6>
<p>Text <b>b</b> <i>i</i> <tt>tt</tt> <big>big</big> <small>small</small> <sub>sub</sub> <sup>sup</sup> <em>em</em>
  <strong>strong</strong> <dfn>dfn</dfn> <code>code</code> <samp>samp</samp> <kbd>kbd</kbd> <var>var</var> <cite>cite</cite>
  <abbr title="a">abbr</abbr> <acronym>acronym</acronym> <q cite="http://example.com">q</q> <bdo dir="rtl" class="x">bdo</bdo>
  <br class="clear"/><span style="color:red">span</span>
  <a href="#h1" rel="next" rev="" accesskey="a" tabindex="1" hreflang="en" charset="utf-8" shape="rect" coords="0,0" onfocus="f()"
    type="text/html">a <img src="a.png" alt="A" height="10%" width="10" usemap="m1" ismap="ismap" longdesc="a.txt"/></a>
  <ruby><rb>base</rb><rt>text</rt></ruby> <ruby><rb>base</rb><rp>(</rp><rt>text</rt><rp>)</rp></ruby>
  <map id="m1" class="map"><area alt="area" href="#h1" shape="poly" coords="1,2" nohref="nohref" accesskey="b" tabindex="2"/></map>
  <object data="a" classid="b" codebase="c" codetype="d" archive="e f" declare="declare" standby="g" name="h" usemap="m1"
    width="50%" height="7"><param name="a"/>object<p>fallback</p></object>
  <label for="in" accesskey="l">label <input type="text" id="in" name="i" value="v" size="3" maxlength="4" checked="checked"
    disabled="disabled" readonly="readonly" accept="a/b" src="i.png" alt="i" usemap="m1" ismap="ismap" onchange="c()" onselect="s()"/></label>
  <select name="s" size="2" multiple="multiple" tabindex="3"><optgroup label="g"><option selected="selected" value="1"
    label="o">one</option></optgroup><option disabled="disabled">two</option></select>
  <textarea rows="2" cols="3" name="t" readonly="readonly">text</textarea>
  <button type="button" name="b" value="v" disabled="disabled">button <span>x</span><p>y</p></button>
  <ins cite="http://example.com" datetime="2023-09-30T00:00:00">ins</ins><del>del</del></p>
<noscript><p>no script</p></noscript>
<script type="text/javascript" charset="utf-8">run()</script>
<pre xml:space="preserve">pre <b>b</b> <a href="x">x</a></pre><blockquote cite="http://example.com"><p>quote</p></blockquote>
<address>address</address><hr class="x"/>
<ul class="l"><li>one <p>p</p></li></ul><ol><li id="li">one</li></ol><dl><dt>t</dt><dd>d</dd></dl>
<table summary="s" width="100%" border="1" frame="box" rules="rows" cellspacing="1" cellpadding="2%"><caption>Table</caption>
  <colgroup span="1" width="2*"><col align="left" valign="top" char="." charoff="3" span="2" width="50%"/></colgroup>
  <thead align="center"><tr valign="middle"><th scope="col" id="th1" abbr="a" axis="x">Head</th></tr></thead>
  <tfoot><tr><td/></tr></tfoot>
  <tbody><tr><td headers="th1" rowspan="1" colspan="2" align="char" char=".">
    <ix:nonFraction id="n2" contextRef="c1" unitRef="u1" name="t:Cash" decimals="-3" scale="3" sign="-" format="ixt:num-dot-decimal"
      t:free="x"><ix:nonFraction contextRef="c2" unitRef="u1" name="t:More" precision="INF" order="2" tupleRef="t1"
      target="other">1,234</ix:nonFraction></ix:nonFraction></td></tr></tbody></table>
<table><col/><tr><td>x</td><th>y</th></tr></table>
<form action="go" method="post" enctype="a/b" accept-charset="utf-8" accept="a/b" onsubmit="s()"><fieldset>f<legend
  accesskey="f">legend</legend><p>x</p></fieldset></form>
<ix:nonNumeric contextRef="c2" name="t:Text" escape="true" continuedAt="k1" format="ixt:fixed-true">Some <p>markup</p> and
  <ix:exclude>page <span>1</span></ix:exclude></ix:nonNumeric>
<ix:continuation id="k1" continuedAt="k2">more</ix:continuation><ix:continuation id="k2"><p>most</p></ix:continuation>
<ix:footnote id="fn1" xml:lang="en" continuedAt="k1">A note</ix:footnote>
</body></html>"""
