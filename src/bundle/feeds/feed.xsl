<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
<xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>

<xsl:template match="/atom:feed">
  <xsl:call-template name="page">
    <xsl:with-param name="title" select="atom:title"/>
    <xsl:with-param name="home" select="atom:link[@rel='alternate']/@href"/>
    <xsl:with-param name="posts" select="atom:entry"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="/rss">
  <xsl:call-template name="page">
    <xsl:with-param name="title" select="channel/title"/>
    <xsl:with-param name="home" select="channel/link"/>
    <xsl:with-param name="posts" select="channel/item"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="page">
  <xsl:param name="title"/>
  <xsl:param name="home"/>
  <xsl:param name="posts"/>
  <html lang="{lang}" dir="{dir}">
    <head>
      <title><xsl:value-of select="$title"/></title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <style>
/* tokens */
body { margin: 0 auto; padding: var(--space); max-width: var(--measure); background: var(--paper); color: var(--ink); font: var(--text) / var(--leading) var(--face); }
a { color: var(--accent); }
.what { padding: var(--space); background: var(--raised); }
li { margin-block: var(--space); }
time { display: block; color: var(--soft); font: var(--label) var(--sans); }
      </style>
    </head>
    <body>
      <h1><xsl:value-of select="$title"/></h1>
      <p class="what">{feed} <a href="{$home}">{feed_home}</a></p>
      <ol>
        <xsl:for-each select="$posts">
          <li>
            <time>
              <xsl:value-of select="substring(atom:published, 1, 10)"/>
              <!-- RSS names the month in English. -->
              <xsl:if test="pubDate">
                <xsl:variable name="before" select="substring-before('JanFebMarAprMayJunJulAugSepOctNovDec', substring(pubDate, 9, 3))"/>
                <xsl:value-of select="concat(substring(pubDate, 13, 4), '-', format-number(string-length($before) div 3 + 1, '00'), '-', substring(pubDate, 6, 2))"/>
              </xsl:if>
            </time>
            <a href="{atom:link/@href}{link}" dir="auto"><xsl:value-of select="atom:title | title"/></a>
            <div dir="auto"><xsl:value-of select="atom:summary | description"/></div>
          </li>
        </xsl:for-each>
      </ol>
    </body>
  </html>
</xsl:template>
</xsl:stylesheet>
