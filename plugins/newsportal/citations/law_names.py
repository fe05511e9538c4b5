"""Names of laws and codes, Vietnamese and English. A law and the one it replaced share a name; the year tells which."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LAWS = """
An ninh mạng | Cybersecurity
An ninh quốc gia | National Security
An toàn thông tin mạng | Network Information Security
An toàn thực phẩm | Food Safety
An toàn, vệ sinh lao động | Occupational Safety and Hygiene
Ban hành văn bản quy phạm pháp luật | Promulgation of Legal Normative Documents
Bảo hiểm xã hội | Social Insurance
Bảo hiểm y tế | Health Insurance
Bảo vệ bí mật nhà nước | Protection of State Secrets
Bảo vệ dữ liệu cá nhân | Personal Data Protection
Bảo vệ môi trường | Environmental Protection
Bảo vệ quyền lợi người tiêu dùng | Protection of Consumer Rights
Bảo vệ sức khỏe nhân dân | Protection of People's Health
Bảo vệ và kiểm dịch thực vật | Plant Protection and Quarantine
Bảo vệ và phát triển rừng | Forest Protection and Development
Báo chí | Press
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân
Biên phòng Việt Nam | Vietnam Border Guard
Bình đẳng giới | Gender Equality
Bưu chính | Post
Cạnh tranh | Competition
Căn cước | Identity Cards
Căn cước công dân | Citizen Identity Cards
Cán bộ, công chức | Cadres and Civil Servants
Chăn nuôi | Animal Husbandry
Chất lượng sản phẩm, hàng hóa | Product and Goods Quality
Chính quyền địa phương | Local Government
Chứng khoán | Securities
Chuyển đổi số | Digital Transformation
Chuyển giao công nghệ | Technology Transfer
Công an nhân dân | People's Public Security Forces
Công chứng | Notarisation
Công đoàn | Trade Unions
Công nghệ cao | High Technology
Công nghệ thông tin | Information Technology
Công nghiệp công nghệ số | Digital Technology Industry
Cư trú | Residence
Dân quân tự vệ | Militia and Self-Defence Forces
Dầu khí | Petroleum
Di sản văn hóa | Cultural Heritage
Doanh nghiệp | Enterprises
Doanh nghiệp nhà nước | State Enterprises
Du lịch | Tourism
Dự trữ quốc gia | National Reserves
Dược | Pharmacy
Dữ liệu | Data
Đa dạng sinh học | Biodiversity
Đầu tư | Investment
Đầu tư công | Public Investment
Đầu tư theo phương thức đối tác công tư | Public-Private Partnership Investment
Đấu giá tài sản | Property Auction
Đấu thầu | Bidding
Đất đai | Land
Đê điều | Dykes
Điện ảnh | Cinematography
Điện lực | Electricity
Đo đạc và bản đồ | Surveying and Mapping
Đo lường | Measurement
Đường bộ | Roads
Đường sắt | Railways
Giá | Prices
Giám định tư pháp | Judicial Expertise
Giáo dục | Education
Giáo dục đại học | Higher Education
Giáo dục nghề nghiệp | Vocational Education
Giao dịch điện tử | Electronic Transactions
Giao thông đường bộ | Road Traffic
Giao thông đường thủy nội địa | Inland Waterway Traffic
Hàng không dân dụng Việt Nam | Civil Aviation of Vietnam
Hải quan | Customs
Hiến máu | Blood Donation
Hòa giải ở cơ sở | Grassroots Mediation
Hòa giải cơ sở | Grassroots Mediation
Hòa giải, đối thoại tại Tòa án | Mediation and Dialogue at Court
Hóa chất | Chemicals
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân
Hôn nhân và gia đình | Marriage and Family
Hộ tịch | Civil Status
Hợp tác xã | Cooperatives
Kế toán | Accounting
Khám bệnh, chữa bệnh | Medical Examination and Treatment
Khí tượng thủy văn | Hydrometeorology
Khiếu nại | Complaints
Khiếu nại, tố cáo | Complaints and Denunciations
Khoa học và công nghệ | Science and Technology
Khoa học, công nghệ và đổi mới sáng tạo | Science, Technology and Innovation
Khoáng sản | Minerals
Kiểm toán độc lập | Independent Audit
Kiểm toán nhà nước | State Audit
Kiến trúc | Architecture
Kinh doanh bảo hiểm | Insurance Business
Kinh doanh bất động sản | Real Estate Business
Lâm nghiệp | Forestry
Lưu trữ | Archives
Luật sư | Lawyers
Lý lịch tư pháp | Judicial Records
Mặt trận Tổ quốc Việt Nam | Vietnam Fatherland Front
Năng lượng nguyên tử | Atomic Energy
Ngân hàng Nhà nước Việt Nam | State Bank of Vietnam
Ngân sách nhà nước | State Budget
Nghĩa vụ quân sự | Military Service
Người cao tuổi | The Elderly
Người khuyết tật | Persons with Disabilities
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng | Vietnamese Workers Working Abroad under Contract
Nhà giáo | Teachers
Nhà ở | Housing
Nuôi con nuôi | Adoption
Phát triển công nghiệp công nghệ số | Digital Technology Industry Development
Phòng bệnh | Disease Prevention
Phòng cháy và chữa cháy | Fire Prevention and Fighting
Phòng cháy, chữa cháy và cứu nạn, cứu hộ | Fire Prevention, Fighting and Rescue
Phòng, chống bạo lực gia đình | Prevention of Domestic Violence
Phòng, chống bệnh truyền nhiễm | Prevention of Infectious Diseases
Phòng, chống ma túy | Prevention of Drugs
Phòng, chống mua bán người | Prevention of Human Trafficking
Phòng, chống rửa tiền | Anti-Money Laundering
Phòng, chống tác hại của rượu, bia | Prevention of Harm of Alcohol
Phòng, chống tác hại của thuốc lá | Prevention of Harm of Tobacco
Phòng, chống tham nhũng | Anti-Corruption
Phòng, chống tham nhũng, lãng phí, tiêu cực | Prevention of Corruption, Waste and Negative Practices
Phòng, chống thiên tai | Natural Disaster Prevention
Phòng thủ dân sự | Civil Defence
Phổ biến, giáo dục pháp luật | Legal Education and Dissemination
Phí và lệ phí | Fees and Charges
Phục hồi, phá sản | Recovery and Bankruptcy
Phá sản | Bankruptcy
Quản lý nợ công | Public Debt Management
Quản lý ngoại thương | Foreign Trade Management
Quản lý, sử dụng tài sản công | Management and Use of Public Assets
Quản lý thuế | Tax Administration
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
Quảng cáo | Advertising
Quốc phòng | National Defence
Quốc tịch Việt Nam | Vietnamese Nationality
Quy hoạch | Planning
Quy hoạch đô thị | Urban Planning
Quy hoạch đô thị và nông thôn | Urban and Rural Planning
Quyền tác giả | Copyright
Sĩ quan Quân đội nhân dân Việt Nam | Officers of the Vietnam People's Army
Sở hữu trí tuệ | Intellectual Property
Sử dụng năng lượng tiết kiệm và hiệu quả | Economical and Efficient Use of Energy
Tài nguyên nước | Water Resources
Tài nguyên, môi trường biển và hải đảo | Resources and Environment of Sea and Islands
Tần số vô tuyến điện | Radio Frequencies
Thanh niên | Youth
Thanh tra | Inspection
Thể dục, thể thao | Physical Training and Sports
Thi đua, khen thưởng | Emulation and Commendation
Thi hành án dân sự | Civil Judgment Enforcement
Thi hành án hình sự | Criminal Judgment Enforcement
Thống kê | Statistics
Thú y | Veterinary Medicine
Thủ đô | Capital City
Thủy lợi | Irrigation
Thủy sản | Fisheries
Thuế giá trị gia tăng | Value-Added Tax
Thuế sử dụng đất nông nghiệp | Agricultural Land Use Tax
Thuế sử dụng đất phi nông nghiệp | Non-Agricultural Land Use Tax
Thuế tài nguyên | Natural Resources Tax
Thuế thu nhập cá nhân | Personal Income Tax
Thuế thu nhập doanh nghiệp | Corporate Income Tax
Thuế tiêu thụ đặc biệt | Special Consumption Tax
Thuế xuất khẩu, thuế nhập khẩu | Export and Import Duties
Thực hành tiết kiệm, chống lãng phí | Thrift Practice and Waste Combat
Thực hiện dân chủ ở cơ sở | Exercise of Democracy at the Grassroots
Thương mại | Commerce
Thương mại điện tử | Electronic Commerce
Tiếp cận thông tin | Access to Information
Tiếp công dân | Citizen Reception
Tiêu chuẩn và quy chuẩn kỹ thuật | Standards and Technical Regulations
Tín ngưỡng, tôn giáo | Belief and Religion
Tình trạng khẩn cấp | State of Emergency
Tố cáo | Denunciations
Tố tụng hành chính | Administrative Procedure
Tổ chức chính quyền địa phương | Organisation of Local Government
Tổ chức Chính phủ | Organisation of the Government
Tổ chức Quốc hội | Organisation of the National Assembly
Tổ chức Tòa án nhân dân | Organisation of People's Courts
Tổ chức Viện kiểm sát nhân dân | Organisation of People's Procuracies
Các tổ chức tín dụng | Credit Institutions
Trách nhiệm bồi thường của Nhà nước | State Compensation Liability
Trẻ em | Children
Trí tuệ nhân tạo | Artificial Intelligence
Trật tự, an toàn giao thông đường bộ | Road Traffic Order and Safety
Trợ giúp pháp lý | Legal Aid
Trồng trọt | Crop Production
Trưng cầu ý dân | Referendums
Trưng mua, trưng dụng tài sản | Compulsory Purchase and Requisition of Property
Viên chức | Public Employees
Việc làm | Employment
Viễn thông | Telecommunications
Xây dựng | Construction
Xuất bản | Publication
Xuất cảnh, nhập cảnh của công dân Việt Nam | Exit and Entry of Vietnamese Citizens
Xử lý vi phạm hành chính | Handling of Administrative Violations
Hỗ trợ doanh nghiệp nhỏ và vừa | Support for Small and Medium-Sized Enterprises
Ký kết và thực hiện điều ước quốc tế | Conclusion and Implementation of Treaties
Điều ước quốc tế | Treaties
Thỏa thuận quốc tế | International Agreements
Cảnh sát biển Việt Nam | Vietnam Coast Guard
Cảnh vệ | Guards
Đặc xá | Amnesty
Giáo dục quốc phòng và an ninh | National Defence and Security Education
Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở | Forces Protecting Security and Order at the Grassroots
Người Việt Nam ở nước ngoài | Overseas Vietnamese
Biển Việt Nam | Law of the Sea of Vietnam
"""
_CODES = """
Dân sự | Civil Code
Hàng hải Việt Nam | Maritime Code
Hình sự | Penal Code
Lao động | Labour Code
Tố tụng dân sự | Civil Procedure Code
Tố tụng hình sự | Criminal Procedure Code
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [(vi, en) for vi, _, en in (line.partition(" | ") for line in table.strip().splitlines())]


LAWS: Mapping[str, str] = MappingProxyType({vi: f"Luật {vi}" for vi, _ in _rows(_LAWS)})
"""What follows "Luật" → the whole name."""
SHORT_LAWS: Mapping[str, str] = MappingProxyType({
    "KH&CN": "Luật Khoa học và công nghệ",
    "KHCN": "Luật Khoa học và công nghệ",
    "KH,CN&ĐMST": "Luật Khoa học, công nghệ và đổi mới sáng tạo",
    "SHTT": "Luật Sở hữu trí tuệ",
    "CNTT": "Luật Công nghệ thông tin",
    "BVMT": "Luật Bảo vệ môi trường",
})  # fmt: skip
"""How some are shortened."""
CODES: Mapping[str, str] = MappingProxyType({vi: f"Bộ luật {vi}" for vi, _ in _rows(_CODES)})
"""What follows "Bộ luật" → the whole name."""
ENGLISH_LAWS: Mapping[str, str] = MappingProxyType({en: f"Luật {vi}" for vi, en in _rows(_LAWS) if en})
"""What follows "Law on" → the whole name in Vietnamese, which tells laws apart in both languages."""
