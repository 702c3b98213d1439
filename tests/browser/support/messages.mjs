// messages: what the journeys hand in, all made up: the article's example in
// the forms in which people have it, and its fakes.

const LINK = 'https://www.amazon.co.jp/a/c/r/Ab3dE5fG7hJ9kLmN';

/** The sign-in alert, as markup. */
export const alertHtml = ({ greeting = '山田 花子、', link = LINK, details = true } = {}) => `<h2>サインイン</h2>
<p>${greeting}</p>
<p>誰かがアカウントにサインインしました。</p>
${
  details
    ? `<p>日時: Nov 10, 2026 07:01 PM Japan Standard Time</p>
<p>デバイス: Google Chrome Windows (デスクトップ)</p>
<p>付近: Tokyo, Japan</p>`
    : ''
}
<p>これがお客様ご自身による操作だった場合、このメッセージは無視してください。そうでない場合は、<a href="${link}">お知らせください</a>。</p>
<p>このEメールがAmazonから送信されていることを確認するにはどうすればよいですか？ このEメールのリンクは「https://www.amazon.co.jp」で始まります。</p>`;

/** The same as text: the link's target is not in it. */
export const alertText = `サインイン

山田 花子、

誰かがアカウントにサインインしました。

日時: Nov 10, 2026 07:01 PM Japan Standard Time
デバイス: Google Chrome Windows (デスクトップ)
付近: Tokyo, Japan

これがお客様ご自身による操作だった場合、このメッセージは無視してください。そうでない場合は、お知らせください。
https://www.amazon.co.jp/a/c/r/Ab3dE5fG7hJ9kLmN
`;

/** The same with its source. */
export const alertSource = (settings = {}) => `Delivered-To: ${settings.to ?? 'hanako@mail.example'}
From: "Amazon.co.jp" <account-update@amazon.co.jp>
To: ${settings.to ?? 'hanako@mail.example'}
Subject: amazon.co.jp: =?UTF-8?B?44Ki44Kv44K344On44Oz44GM5b+F6KaB44Gn44GZ?=: =?UTF-8?B?44K144Kk44Oz44Kk44Oz?=
Date: Tue, 10 Nov 2026 10:02:10 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

<html><body>${alertHtml(settings)}</body></html>
`;

/** An order that was sent, as it is copied from a web mailer: it greets nobody. */
export const dispatchHtml = ({ more = '' } = {}) => `<p><a href="https://www.amazon.co.jp/gp/css/order-history">注文履歴</a></p>
<p><img src="https://m.media-amazon.com/images/G/09/logo.png" alt="Amazon.co.jp"></p>
<h2>荷物が発送されました。</h2><p>注文番号 \u202B250-7654321-1234567</p>${more}
<p><a href="https://www.amazon.co.jp/gp/css/shiptrack">配送状況を確認</a></p>`;
export const dispatchText = 'Amazon.co.jp\n荷物が発送されました。\n注文番号 250-7654321-1234567\n配送状況を確認';

/** A mail with what Gmail found out about its sender. */
const provenHead = (subject, from, to) => `Delivered-To: ${to}
Received: by 2002:a05:6402:1111:b0:1 with SMTP id a1; Tue, 10 Nov 2026 01:02:15 -0800
Received: from a25-37.smtp-out.amazonses.com (a25-37.smtp-out.amazonses.com. [54.240.25.37])
        by mx.google.com with ESMTPS id b2; Tue, 10 Nov 2026 01:02:14 -0800
Authentication-Results: mx.google.com; dkim=pass header.i=@amazon.co.jp header.s=a header.b=b;
       dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=amazon.co.jp
From: "Amazon.co.jp" <${from}@amazon.co.jp>
To: ${to}
Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=
Date: Tue, 10 Nov 2026 10:02:10 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

`;
export const provenDispatch = ({ to = 'hanako@mail.example' } = {}) =>
  provenHead('発送済み: 「麻のシーツ...」', 'shipment-tracking', to) + dispatchHtml({ more: '<p>ごゆっくりお過ごしください。</p>' });
export const provenAlert = provenHead('amazon.co.jp: アクションが必要です: サインイン', 'account-update', 'hanako@mail.example') + alertHtml();

export const friendSource = `From: Taro <taro@friend.example>
To: hanako@mail.example
Subject: =?UTF-8?B?5pel5puc5pel44Gu5LqI5a6a?=
Date: Tue, 10 Nov 2026 10:02:10 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit

日曜日の件、10時に駅で待っています。
`;

/** A fake with a hidden text, an odd sender and several kinds of link. */
export const fakeSource = `Delivered-To: hanako@mail.example
From: "Amazon" <amazon@mailer.example>
To: hanako@mail.example
Subject: =?UTF-8?B?44Ki44Kr44Km44Oz44OI44KS5YGc5q2i44GX44G+44GX44Gf?=
Date: Tue, 10 Nov 2026 10:02:10 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

<html><body><p>hanako@mail.example 様</p>
<p style="display:none">lorem ipsum dolor</p>
<p>Amazonのアカウントを停止しました。24時間以内にご確認ください。</p>
<p><a href="https://www.amazon.co.jp@login.evil.example/ap/signin?mail=hanako%40mail.example">https://www.amazon.co.jp/ap/signin</a></p>
<p><a href="https://amazon.co.jp.update.example/">アカウントを確認する</a></p>
<p><a href="mailto:help@mailer.example">お問い合わせ</a></p>
</body></html>
`;

/** What tries the layout: names and words without end, other directions, a broad table. */
export const awkwardSource = `Delivered-To: ${'hanako.yamada.'.repeat(6)}@mail.example
From: "Amazon.co.jp \u202enozama ${'カスタマーサービス'.repeat(8)}" <${'account-update.'.repeat(8)}@mailer.example>
To: ${'hanako.yamada.'.repeat(6)}@mail.example
Reply-To: "אמזון" <help@${'a'.repeat(50)}.example>
Subject: Amazon ${'ThisSubjectNeverEnds'.repeat(12)} \u202e【重要】 أمازون
Date: Tue, 10 Nov 2026 10:02:10 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

<html><body><h1>${'お支払い方法のご確認'.repeat(6)}</h1>
<p>Amazonのアカウントを停止しました。${'w'.repeat(300)}</p>
<p>مرحبا، تم إيقاف حسابك في Amazon. <a href="https://أمازون.example/">اضغط هنا</a></p>
<table><tr><td>注文番号</td><td>${'1'.repeat(40)}</td><td>合計</td><td>￥12,800</td><td>お届け先</td><td>東京都</td></tr></table>
<p><a href="https://${'amazon.co.jp.'.repeat(12)}evil.example/${'x'.repeat(400)}">https://www.amazon.co.jp/${'y'.repeat(120)}</a></p>
<ul><li>カードの期限が切れています</li><li>${'確認してください'.repeat(8)}</li></ul>
<blockquote>24時間以内にご確認ください。</blockquote><pre>  From: amazon
  ID: 42</pre>
<p><button>更新する</button></p>
<p><img alt="Amazon のロゴ" src="cid:a"> <a href="https://evil.example/"><img alt="${'確認する'.repeat(10)}" src="cid:b"></a></p>
</body></html>
`;

export const hanako = { emails: 'hanako@mail.example', names: '山田 花子' };
