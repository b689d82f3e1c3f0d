const NAVIGATION: readonly RegExp[] = [
  /^[\s|]*(?:您?(?:现在|当前)?(?:所在)?(?:的)?位置|当前栏目|您在这里|导航)\s*(?:[:：>]|是|$)/u,
  /^首\s*页(?:$|\s*[\s>»›/|\-—→])/u,
  /[>»›].*[>»›]|(?:首页|主页)\s*[-=]*[>»›/→]/u,
  /^(?:今天|今日|现在|当前时间)(?:是|[:：])/u,
  /^(?:热烈)?欢迎(?:访问|光临|您|来到|登录|使用)/u,
  /无障碍|关怀(?:模式|版)|长者(?:模式|版|助手)|适老|老年(?:模式|版)|辅助浏览/u,
  /^(?:上|下)\s*一\s*(?:篇|条|页|个|则)/u,
  /^(?:相关|推荐|热门|最新|更多)(?:链接|阅读|文章|新闻|信息|文件|政策|解读|稿件|内容|推荐|专题|搜索|附件|新闻推荐)?\s*(?:[:：]|$)/u,
  /^(?:友情链接|网站导航|网站地图|站点地图|网站首页|返回(?:首页|顶部|上一页|列表)?|设为首页|加入收藏|登录|注册|搜索|站内搜索|请输入|高级搜索|简体|繁體|繁体|English|EN|RSS|手机版|微博|微信|政务微博|政务微信|智能问答|智能机器人|个人中心|我的主页|退出)(?:\s|$|[|｜:：])/u,
  /^.{0,12}(?:移动客户端|政务新媒体|微信公众号|政务服务网|互动交流|政民互动).{0,12}$/u,
  /^(?:中央|国务院|省级?|市级?|区县|各县|部门|其他)?(?:人民政府|政府|部门|地方)?网站(?:链接|群)?$/u,
];

const FURNITURE: readonly RegExp[] = [
  /^[\s【[（(]*(?:字体|字号|文字|大小|打印|关闭|分享|收藏|保存|纠错|我要纠错|下载|复制链接|扫一扫|二维码|朗读|收听|语音播报)/u,
  /(?:【|\[|[（(])\s*(?:打印|关闭|收藏|纠错|返回|分享|字体)[^】\])）]*(?:】|\]|[）)])/u,
  /^(?:大|中|小|默认|特大|超大|A[+-]?|T\||[\s|｜/·,、])+$/u,
  /扫(?:一扫|码|描)|二维码/u,
  /(?:版权所有|Copyright|©|ICP备|公网安备|网安备|网站标识码|政府网站标识|技术支持|网站维护|维护单位|管理单位|运行维护|建议使用|分辨率|浏览器)/iu,
  /^(?:主办|承办|协办|主管|维护|建设|运维)(?:单位|方)?\s*[:：]/u,
  /^(?:联系我们|联系电话|联系方式|办公电话|电子邮箱|网站声明|免责声明|隐私(?:声明|保护)|关于我们|地址|邮编|邮政编码|总机|传真|电话|举报电话)(?:\s*[:：|]|\s*$|\s)/u,
  /^(?:政府网站|本站|网站)?(?:找错|纠错)/u,
  /^(?:附件下载|文档下载|相关附件|原文下载|文件下载|下载(?:附件|文档|原文))/u,
  /^[^。]{1,80}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar|jpg|png)(?:\s*[（(][^）)]*[）)])?$/iu,
  /^(?:第\s*\d+\s*页|[-—–]\s*\d{1,3}\s*[-—–]|共\s*\d+\s*页|第\s*\d+\s*页\s*[/,，]?\s*共\s*\d+\s*页|\d{1,3}\s*\/\s*\d{1,3})$/u,
  /^[【】[\]（）()|｜\-—_=*#·•.,、\s]+$/u,
  /^(?:正文|全文|内容|详细内容|信息内容|文章内容|文件内容|公文内容|正文内容|内容详情)\s*[:：]?$/u,
];

/** Marks that, after the text, begin the page's foot: what follows is no part of the document. */
const FOOT =
  /^(?:上|下)\s*一\s*(?:篇|条|个|则)|^(?:相关|推荐|热门|最新)(?:链接|阅读|文章|新闻|信息|文件|政策|解读|稿件)|友情链接|版权所有|ICP备|公网安备|^(?:主办|承办|主管)(?:单位|方)?\s*[:：]|^分享(?:到|至)|扫一扫|网站地图|^联系我们|^[【[（(]?\s*(?:打印|关闭)|^(?:责任编辑|责编|编辑)\s*[:：]/u;

/**
 * Tells whether a line is the page around a document: its navigation or its furniture.
 * Only lines that can be told alone are; what stands between them is for `readPage`.
 *
 * @param line in the archive's typography
 */
export function lineFurniture(line: string): 'navigation' | 'furniture' | undefined {
  if (line.length > 200) return undefined;
  if (NAVIGATION.some((pattern) => pattern.test(line))) return 'navigation';
  return FURNITURE.some((pattern) => pattern.test(line)) ? 'furniture' : undefined;
}

/** Tells whether a line begins the foot of a page. */
export function isFootMark(line: string): boolean {
  return line.length <= 200 && FOOT.test(line);
}
